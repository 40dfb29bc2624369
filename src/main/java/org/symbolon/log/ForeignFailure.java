package org.symbolon.log;

/**
 * Failures of the application's code that we call. Its exceptions are not all that it throws: a
 * class that is missing, an assertion or a recursion without end are errors, and end no more than
 * that call.
 */
public final class ForeignFailure {
  private static final int DEEPEST = 20;

  private ForeignFailure() {}

  /**
   * Returns if this process goes on as before.
   *
   * @param failure also one in which the container has wrapped it
   * @throws VirtualMachineError the failure itself, where the JVM is out of memory or broken; a
   *     stack that was too deep is gone when this is called
   */
  public static void survive(Throwable failure) {
    Throwable cause = failure;
    for (int i = 0; cause != null && i < DEEPEST; i++) {
      if (cause instanceof VirtualMachineError broken && !(broken instanceof StackOverflowError)) {
        throw broken;
      }
      cause = cause.getCause();
    }
  }
}
