// A person who is verified by a mobile app: the verification_pages protocol and nothing else.
//
// The calls and their order are those of the mobile SDKs: read the page, post the consent, upload
// and post each side of the document, upload and post the selfie, submit. Every call carries the
// ephemeral key alone.

import assert from "node:assert/strict";
import { openAsBlob } from "node:fs";

export const API_VERSION = "2020-08-27; identity_client_api=v7";
const FACE_FRAMES = ["best", "first", "last"].flatMap((which) => [`${which}_high_res_image`, `${which}_low_res_image`]);

export class Person {
  constructor(url, session, ephemeralKey) {
    this.url = url;
    this.session = session;
    this.authorization = `Bearer ${ephemeralKey}`;
  }

  async #call(path, init = {}) {
    const response = await fetch(`${this.url}${path}`, {
      ...init,
      headers: { Authorization: this.authorization, "Stripe-Version": API_VERSION, ...init.headers },
    });
    const body = await response.json();
    assert.equal(response.status, 200, JSON.stringify(body));
    return body;
  }

  get #page() {
    return `/v1/identity/verification_pages/${this.session}`;
  }

  page() {
    return this.#call(`${this.#page}?app_identifier=com.example.bonafide`);
  }

  /** Sends one picture and returns its file id. */
  async upload(picture, name) {
    const form = new FormData();
    form.append("purpose", "identity_private");
    form.append("owned_by", this.session);
    form.append("file", await openAsBlob(picture, { type: "image/jpeg" }), `${this.session}_${name}.jpg`);
    return (await this.#call("/v1/files", { method: "POST", body: form })).id;
  }

  postData(collected) {
    const body = new URLSearchParams();
    for (const [path, value] of Object.entries(collected)) body.append(`collected_data${path}`, String(value));
    return this.#call(`${this.#page}/data`, { method: "POST", body });
  }

  consent(agreed = true) {
    return this.postData({ "[biometric_consent]": agreed });
  }

  async showDocument(front, back = null) {
    const data = await this.#showSide("front", front);
    const backWanted = back && data.requirements.missing.includes("id_document_back");
    return backWanted ? this.#showSide("back", back) : data;
  }

  async #showSide(side, picture) {
    const member = `[id_document_${side}]`;
    return this.postData({
      [`${member}[high_res_image]`]: await this.upload(picture, side),
      [`${member}[upload_method]`]: "file_upload",
      [`${member}[force_confirm]`]: false,
    });
  }

  async showFace(selfie) {
    const frames = await Promise.all(
      FACE_FRAMES.map(async (frame) => [`[face][${frame}]`, await this.upload(selfie, `face_${frame}`)]),
    );
    return this.postData({
      ...Object.fromEntries(frames),
      "[face][best_face_score]": "0.97",
      "[face][face_score_variance]": "0.01",
      "[face][num_frames]": 8,
      "[face][training_consent]": false,
    });
  }

  submit() {
    return this.#call(`${this.#page}/submit`, { method: "POST", headers: { "Content-Type": "application/x-www-form-urlencoded" } });
  }

  /** In test mode, ends this submission as failed. */
  fail() {
    return this.#call(`${this.#page}/testing/unverify`, { method: "POST", headers: { "Content-Type": "application/x-www-form-urlencoded" } });
  }

  /** Everything from consent to submit, answering what the server says is missing. */
  async complete({ front, back = null, selfie = null }) {
    let data = await this.consent();
    assert.ok(!data.requirements.missing.includes("biometric_consent"), JSON.stringify(data));
    data = await this.showDocument(front, back);
    assert.deepEqual(data.requirements.errors, []);
    if (selfie) data = await this.showFace(selfie);
    assert.deepEqual(data.requirements, { missing: [], errors: [] });
    return this.submit();
  }
}
