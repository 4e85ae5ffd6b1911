package org.muonframework.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.muonframework.data.MemoryLimit;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.Problem;
import org.muonframework.spi.problem.Suggestions;
import org.muonframework.spi.problem.UserException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** The entry point of {@code framework}. */
public final class Main {

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(execute(
                arguments,
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8)));
    }

    /**
     * Runs one command.
     *
     * @param arguments the command and its arguments
     * @param out where results go
     * @param err where progress and errors go
     * @return the exit code
     */
    static int execute(String[] arguments, PrintWriter out, PrintWriter err) {
        return execute(new FrameworkCommand(), arguments, out, err);
    }

    /** The same with another command at the top. */
    static int execute(Object top, String[] arguments, PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(top);
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        line.setParameterExceptionHandler((failure, parsed) -> explainUsage(failure));
        line.setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command));
        try {
            return line.execute(arguments);
        } catch (OutOfMemoryError e) {
            return explain(e, err);
        } finally {
            out.flush();
            err.flush();
        }
    }

    private static int explain(OutOfMemoryError failure, PrintWriter err) {
        LoggerFactory.getLogger(Main.class).error("out of memory", failure);
        err.println("memory: the JVM may use "
                + MemoryLimit.text(Runtime.getRuntime().maxMemory())
                + ", and that is not enough. Beside the rows, of which memory-limit is the limit, a training needs copies"
                + " of them. Select fewer rows (dataset.selection), use fewer features, or give the JVM more memory by"
                + " FRAMEWORK_JAVA_OPTS=-Xmx16g");
        return ExitCode.DATA.code();
    }

    /** Says what is wrong with the command line and where help is, instead of printing the whole help. */
    private static int explainUsage(CommandLine.ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        if (failure instanceof CommandLine.UnmatchedArgumentException unmatched
                && !command.getSubcommands().isEmpty()
                && !unmatched.isUnknownOption()) {
            String word = unmatched.getUnmatched().get(0);
            command.getErr()
                    .println("there is no command '" + word + "'."
                            + Suggestions.didYouMean(
                                    word, command.getSubcommands().keySet()));
        } else {
            command.getErr().println(failure.getMessage());
        }
        command.getErr().println("'" + name + " --help' explains the usage.");
        return ExitCode.USAGE.code();
    }

    /** Says what happened in words; a stack trace goes to the log only. */
    private static int explain(Exception failure, CommandLine command) {
        PrintWriter err = command.getErr();
        if (failure instanceof UserException user) {
            LoggerFactory.getLogger(Main.class).debug("ended by a problem", user);
            for (Problem problem : user.problems()) {
                err.println(problem);
            }
            return (user instanceof ConfigurationException ? ExitCode.USAGE : ExitCode.DATA).code();
        }
        LoggerFactory.getLogger(Main.class).error("unexpected failure", failure);
        err.println("unexpected failure: " + failure);
        err.println(
                "This is a fault of the framework or of a plugin. --verbose prints the details; please report them.");
        return ExitCode.UNEXPECTED.code();
    }
}
