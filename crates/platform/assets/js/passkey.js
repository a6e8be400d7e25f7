// Passkeys. A form[data-passkey] asks for a challenge at data-challenge, lets an authenticator answer it, and is then sent like
// any other with the answer in it. What needs all this stays hidden where the browser or the address knows no passkeys.
(() => {
  const known = (origin) => Boolean(window.PublicKeyCredential) && isSecureContext && location.origin === origin;
  for (const part of document.querySelectorAll("[data-passkey-origin]")) {
    const works = known(part.dataset.passkeyOrigin);
    part.hidden = !works;
    const instead = document.getElementById(part.dataset.passkeyInstead);
    if (instead) instead.hidden = works;
  }

  const toBytes = (text) => {
    const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
  };
  const toText = (buffer) => {
    const letters = [...new Uint8Array(buffer)].map((byte) => String.fromCharCode(byte));
    return btoa(letters.join("")).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  };
  const withBytes = (listed) => listed.map((one) => ({ ...one, id: toBytes(one.id) }));

  const create = async (asked) => {
    const { id, response } = await navigator.credentials.create({ publicKey: {
      ...asked,
      challenge: toBytes(asked.challenge),
      user: { ...asked.user, id: toBytes(asked.user.id) },
      excludeCredentials: withBytes(asked.excludeCredentials),
    } });
    return { id, clientDataJSON: toText(response.clientDataJSON), attestationObject: toText(response.attestationObject) };
  };

  const get = async (asked) => {
    const { id, response } = await navigator.credentials.get({ publicKey: {
      ...asked,
      challenge: toBytes(asked.challenge),
      allowCredentials: withBytes(asked.allowCredentials),
    } });
    return {
      id,
      clientDataJSON: toText(response.clientDataJSON),
      authenticatorData: toText(response.authenticatorData),
      signature: toText(response.signature),
      userHandle: response.userHandle ? toText(response.userHandle) : null,
    };
  };

  const ask = async (form) => {
    const answer = await fetch(form.dataset.challenge, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    const said = answer.headers.get("content-type")?.startsWith("application/json") ? await answer.json() : {};
    if (!answer.ok) throw Object.assign(new Error("refused"), { told: said.problem });
    return said;
  };

  // Words for what the browser refuses: given up, known already, anything else.
  const words = (form, error) => {
    if (error.told) return error.told;
    if (error.name === "NotAllowedError") return form.dataset.givenUp;
    if (error.name === "InvalidStateError" && form.dataset.there) return form.dataset.there;
    return form.dataset.failed;
  };

  const run = async (form) => {
    if (form.dataset.asking) return;
    form.dataset.asking = "yes";
    const problem = form.querySelector("[data-problem]");
    problem.textContent = "";
    try {
      const asked = await ask(form);
      const answer = await (form.dataset.passkey === "create" ? create(asked) : get(asked));
      form.elements.answer.value = JSON.stringify(answer);
      form.requestSubmit();
    } catch (error) {
      problem.textContent = words(form, error);
    } finally {
      delete form.dataset.asking;
    }
  };

  // Before anybody else sees that the form is sent: it is not, until there is an answer in it.
  addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.dataset.passkey || form.elements.answer.value) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    run(form);
  }, true);

  // An answer is good once: a page that comes back from the browser's memory has none.
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-passkey]")) form.elements.answer.value = "";
  });
})();
