// Finds faces beside the page's own thread.

import { InferenceSession, Tensor, env } from 'onnxruntime-web/wasm';
import runtime from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';

import type { Answer, Request } from './facedetector';
import { facesIn, planesOf, type Outputs } from './yunet';

const modelAddress = '/assets/models/face-detector.onnx';

env.wasm.numThreads = 1;
env.wasm.proxy = false;
env.wasm.wasmPaths = { wasm: runtime };
env.logLevel = 'error';

const answer = (message: Answer): void => postMessage(message);

async function load(): Promise<InferenceSession> {
  const response = await fetch(modelAddress);
  if (!response.ok) throw new Error(`the model answers ${response.status}`);
  const model = new Uint8Array(await response.arrayBuffer());
  return InferenceSession.create(model, { executionProviders: ['wasm'] });
}

const loading = load();
loading.then(
  () => answer({ ready: true }),
  () => answer({ ready: false }),
);

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  void find(data).then(
    (faces) => answer({ faces }),
    () => answer({ faces: null }),
  );
});

async function find({ rgba, width, height }: Request): ReturnType<typeof found> {
  const session = await loading;
  const input = new Tensor('float32', planesOf(rgba), [1, 3, height, width]);
  return found(await session.run({ input }), width);
}

async function found(
  results: InferenceSession.OnnxValueMapType,
  width: number,
): Promise<ReturnType<typeof facesIn>> {
  const outputs: Outputs = {};
  for (const [name, value] of Object.entries(results)) {
    outputs[name] = (await value.getData()) as Float32Array;
  }
  return facesIn(outputs, width);
}
