/**
 * Explores every order of events that a browser, a network, one or two nodes and a thief can bring
 * about within stated bounds, and asks the rules that the library runs what each of them means.
 *
 * <p>{@code docs/rotation.md} says what is explored and how to read a counterexample.
 */
package org.symbolon.core.exploration;
