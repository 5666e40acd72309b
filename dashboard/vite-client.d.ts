/** Vite builds a worker of its own and gives its address. */
declare module '*?worker&url' {
  const url: string;
  export default url;
}

/** A style sheet that comes with a script. */
declare module '*.css';
