package org.muonframework.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** Where the log goes: to {@code run.log}, and with {@code --verbose} to standard error too. */
final class Logs {

    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSS} %-5level [%thread] %logger{36}: %msg%n";

    private Logs() {}

    /** Silences the console unless the user wants it. */
    static void configure(boolean verbose) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        context.getLogger("org.muonframework").setLevel(Level.DEBUG);
        context.getLogger("ai.djl").setLevel(Level.WARN);
        // It warns of its own attributes, and that writing is young.
        context.getLogger("io.jhdf").setLevel(Level.ERROR);
        // It warns of a missing GPU library where none is wanted.
        context.getLogger("ai.djl.util.cuda.CudaUtils").setLevel(Level.ERROR);
        if (verbose) {
            ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
            console.setTarget("System.err");
            attach(console, context, root);
        }
    }

    /** Adds a file to the log. */
    static void to(Path file) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setFile(file.toString());
        appender.setAppend(true);
        attach(appender, context, context.getLogger(Logger.ROOT_LOGGER_NAME));
    }

    /** Hands the warnings of datasets and formats over as they come. */
    static void warningsTo(Consumer<String> view) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
                    view.accept(event.getFormattedMessage());
                }
            }
        };
        appender.setContext(context);
        appender.start();
        context.getLogger("service").addAppender(appender);
    }

    private static void attach(OutputStreamAppender<ILoggingEvent> appender, LoggerContext context, Logger root) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.start();
        root.addAppender(appender);
    }
}
