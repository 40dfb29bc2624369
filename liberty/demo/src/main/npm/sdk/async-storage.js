// What React Native's AsyncStorage is on a phone, for the page that takes its place.
export default {
  getItem: async (name) => localStorage.getItem(name),
  setItem: async (name, value) => localStorage.setItem(name, value),
  removeItem: async (name) => localStorage.removeItem(name),
};
