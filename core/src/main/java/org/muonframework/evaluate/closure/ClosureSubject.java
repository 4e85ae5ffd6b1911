package org.muonframework.evaluate.closure;

import java.util.List;
import java.util.Objects;

/**
 * What was reweighted.
 *
 * @param model the model that is trained with the weights
 * @param mode what the distributions were to become, in words: {@code signal-to-background}
 * @param flat whether that is a flat distribution of each class
 * @param classes names of the classes
 * @param signal the class that counts as signal; all others together are background
 * @param changed the classes that were reweighted
 * @param variables what is looked at
 */
public record ClosureSubject(
        String model,
        String mode,
        boolean flat,
        List<String> classes,
        int signal,
        List<Integer> changed,
        List<ClosureVariable> variables) {

    public ClosureSubject {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(mode, "mode");
        classes = List.copyOf(classes);
        changed = List.copyOf(changed);
        variables = List.copyOf(variables);
    }

    String signalName() {
        return classes.get(signal);
    }

    /** The other class, or all of the others. */
    String backgroundName() {
        return classes.size() == 2 ? classes.get(1 - signal) : "all but " + signalName();
    }
}
