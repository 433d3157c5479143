declare module "*.svg?icon" {
  /** The strokes inside the frame. */
  const strokes: string;
  export default strokes;
}
