package org.muonframework.data.format.root.bytes;

import java.util.Objects;

/** A file that is damaged, or holds something that cannot be read; the message is for the person whose file it is. */
public final class RootException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final String problem;

    /**
     * A problem with a file.
     *
     * @param file the file as the user named it
     * @param problem what is wrong and where: {@code tree 'Events', branch 'x': …}
     */
    public RootException(String file, String problem) {
        super(file + ": " + problem);
        this.file = Objects.requireNonNull(file, "file");
        this.problem = problem;
    }

    /** A problem with a file that another failure shows. */
    public RootException(String file, String problem, Throwable cause) {
        this(file, problem);
        initCause(cause);
    }

    /** The file as the user named it. */
    public String file() {
        return file;
    }

    /** What is wrong, without the file. */
    public String problem() {
        return problem;
    }

    /** The same problem with its place in the file before it: {@code tree 'Events', branch 'x'}. */
    public RootException in(String place) {
        return new RootException(file, place + ": " + problem, this);
    }
}
