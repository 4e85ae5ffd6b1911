package org.muonframework.train.trees;

/** Sets the class loader of XGBoost's classes as the thread's context loader, and restores the former when closed. */
final class ContextLoader implements AutoCloseable {

    private final Thread thread = Thread.currentThread();
    private final ClassLoader former = thread.getContextClassLoader();

    ContextLoader() {
        thread.setContextClassLoader(ContextLoader.class.getClassLoader());
    }

    @Override
    public void close() {
        thread.setContextClassLoader(former);
    }
}
