/** A rectangle on the screen, px. */
export interface Rectangle {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A name with its place on the screen (its middle) and its size, px. */
export interface Label {
  name: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

const air = 4;

/** The names that can be read: wholly in the frame, under no panel, and apart from the ones before them in the list. */
export function readableLabels<L extends Label>(labels: readonly L[], frame: Rectangle, panels: readonly Rectangle[]): L[] {
  const taken = [...panels];
  return labels.filter((label) => {
    const box = around(label);
    const inside = box.left >= frame.left && box.top >= frame.top && box.right <= frame.right && box.bottom <= frame.bottom;
    if (!inside || taken.some((other) => touches(box, other))) return false;
    taken.push(box);
    return true;
  });
}

function around({ x, y, width, height }: Label): Rectangle {
  return { left: x - width / 2 - air, right: x + width / 2 + air, top: y - height / 2 - air, bottom: y + height / 2 + air };
}

function touches(a: Rectangle, b: Rectangle): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
