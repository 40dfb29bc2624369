// The same call by fetch, XMLHttpRequest and axios: each returns the status and the text.
import axios from "axios";

function byFetch(url, { method = "GET", body }) {
  const headers = body === undefined ? {} : { "Content-Type": "application/json" };
  return fetch(url, { method, body, headers }).then(async (answer) => ({
    status: answer.status,
    text: await answer.text(),
  }));
}

function byRequest(url, { method = "GET", body }) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    if (body !== undefined) {
      request.setRequestHeader("Content-Type", "application/json");
    }
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = () => reject(new TypeError("no answer"));
    request.send(body);
  });
}

async function byAxios(url, { method = "GET", body }) {
  const headers = body === undefined ? {} : { "Content-Type": "application/json" };
  const options = { url, method, data: body, headers, responseType: "text" };
  try {
    const { status, data } = await axios(options);
    return { status, text: data };
  } catch (error) {
    if (error.response) {
      return { status: error.response.status, text: error.response.data };
    }
    throw error;
  }
}

export const transports = { fetch: byFetch, XMLHttpRequest: byRequest, axios: byAxios };
