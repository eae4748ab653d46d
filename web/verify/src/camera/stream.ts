export type CameraTrouble = 'refused' | 'missing' | 'busy' | 'insecure';

export class CameraError extends Error {
  readonly trouble: CameraTrouble;

  constructor(trouble: CameraTrouble) {
    super(`camera: ${trouble}`);
    this.name = 'CameraError';
    this.trouble = trouble;
  }
}

/** Opens the camera that faces away (documents) or towards the person. Throws `CameraError`. */
export async function openCamera(facing: 'environment' | 'user'): Promise<MediaStream> {
  // Browsers hide the camera from pages that are not served securely.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices?.getUserMedia) throw new CameraError('insecure');
  try {
    return await devices.getUserMedia({
      audio: false,
      video: {
        facingMode: { ideal: facing },
        width: { ideal: facing === 'environment' ? 2560 : 1280 },
        height: { ideal: facing === 'environment' ? 1440 : 720 },
      },
    });
  } catch (error) {
    throw new CameraError(troubleOf(error));
  }
}

export function troubleOf(error: unknown): CameraTrouble {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing';
  return 'busy';
}

export function stopCamera(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

/** The track whose light can be switched, if the camera has one. */
export function torchOf(stream: MediaStream): MediaStreamTrack | null {
  const track = stream.getVideoTracks()[0];
  const can = track?.getCapabilities?.() as { torch?: boolean } | undefined;
  return track && can?.torch ? track : null;
}

export async function setTorch(track: MediaStreamTrack, on: boolean): Promise<void> {
  const light = { torch: on } as MediaTrackConstraintSet;
  await track.applyConstraints({ advanced: [light] });
}
