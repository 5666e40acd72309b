import type { Random } from './random.ts';

/** Answers to the extra questions of a kind; null when it has none, or the person skipped them. */
export function extraOf(kind: string, random: Random): Record<string, unknown> | null {
  if (random.chance(0.45)) return null;
  switch (kind) {
    case 'buca-strada':
      return { larghezza_cm: Math.round(random.logNormal(42, 0.5) / 5) * 5 || 5, percorso_bici: random.chance(0.3) };
    case 'lampione-spento':
      return { numero_palo: `${random.pick(['A', 'B', 'C', 'D'])}${Math.floor(random.between(100, 2_900))}` };
    case 'rifiuti-abbandonati':
      return { ingombra_il_passaggio: random.chance(0.4) };
    case 'alberi':
      return { pericolo_immediato: random.chance(0.3) };
    default:
      return null;
  }
}
