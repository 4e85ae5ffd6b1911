package org.muonframework.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.Problem;
import org.muonframework.spi.problem.Suggestions;

/**
 * Reads an analysis file into one resolved configuration of three layers: the command line's {@code --set} options,
 * over the user's file, over the preset that {@code analysis = NAME} names.
 *
 * <p>Substitutions are resolved when everything is stacked, so {@code ${features}} in a file sees the preset and the
 * options; as in HOCON, a name that is defined nowhere is looked up in the environment. Sections are merged key by key,
 * but a section that gets another {@code type} than in the layers below starts afresh, without their keys: {@code --set
 * model.type=other} leaves nothing of the preset's model. Keys that a section may have whatever its type stay.
 * Paths in values are left as they are written.
 */
public final class AnalysisFileReader {

    private static final String ANALYSIS = "analysis";
    private static final String PRESET = "preset ";
    private static final int DEEPEST = 100;
    private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{\\??(.*?)}");

    private final SortedMap<String, URL> presets;
    private final Map<String, Set<String>> lasting;

    /** A reader that knows the presets of the installed plugins: name to file. */
    public AnalysisFileReader(Map<String, URL> presets) {
        this(presets, Map.of());
    }

    /**
     * A reader that knows which keys do not depend on the type of their section.
     *
     * @param presets the presets of the installed plugins: name to file
     * @param lasting the keys that stay when the section of this name gets another type
     */
    public AnalysisFileReader(Map<String, URL> presets, Map<String, Set<String>> lasting) {
        this.presets = new TreeMap<>(presets);
        this.lasting = Map.copyOf(lasting);
    }

    /**
     * Reads, stacks and resolves.
     *
     * @param file the analysis file, UTF-8
     * @param overrides {@code key=value}, the value in HOCON or, if it is not, plain text; later ones win
     * @throws ConfigurationException if the file or what it includes is missing, unreadable or has a syntax error, an
     *     override is not {@code key=value}, the preset is not installed, or a substitution finds no value
     */
    public Config read(Path file, List<String> overrides) {
        try {
            Config config = stacked(file, overrides);
            if (isDeeper(config.root(), DEEPEST)) {
                throw tooDeep(file);
            }
            return config;
        } catch (StackOverflowError hugeNesting) {
            // The library's parser recurses without a limit: a file of a hundred thousand brackets ends here.
            throw tooDeep(file);
        }
    }

    /**
     * Where a value was written: {@code analysis.conf:14} (the file as the user named it), {@code preset zmumu:12} or
     * {@code --set trainer.epochs=x}; for a section that several layers share, the uppermost.
     */
    public static String origin(ConfigValue value) {
        return Origins.describe(value.origin());
    }

    /** Whether a value is a preset's and no one else's. */
    public static boolean isOfPreset(ConfigValue value) {
        return origin(value).startsWith(PRESET);
    }

    private Config stacked(Path file, List<String> overrides) {
        Problems problems = new Problems();
        Config options = Overrides.parse(overrides, problems);
        Config own = parsed(file, problems);
        problems.throwIfAny();
        List<Config> layers = new ArrayList<>(List.of(options, own));
        try {
            if (options.isEmpty() && own.isEmpty()) {
                throw new ConfigurationException(
                        file.toString(), "is empty: it needs at least 'analysis = NAME'." + installed());
            }
            preset(options.withFallback(own)).ifPresent(layers::add);
            return LayerStack.resolve(layers, lasting);
        } catch (ConfigException e) {
            throw new ConfigurationException(List.of(explained(e, file, layers)));
        }
    }

    private static Config parsed(Path file, Problems problems) {
        try {
            return HoconParser.parse(new TextSource.InFile(file));
        } catch (ConfigurationException e) {
            problems.addAll(e.problems());
            return ConfigFactory.empty();
        }
    }

    private Optional<Config> preset(Config user) {
        ConfigValue written = user.root().get(ANALYSIS);
        if (written == null) {
            return Optional.empty();
        }
        ConfigValue name = written.atKey(ANALYSIS).resolveWith(user).root().get(ANALYSIS);
        if (name == null || name.valueType() != ConfigValueType.STRING) {
            throw new ConfigurationException(
                    origin(written), "'analysis' must be the name of an installed analysis." + installed());
        }
        String chosen = (String) name.unwrapped();
        if (!presets.containsKey(chosen)) {
            String near = Suggestions.nearest(chosen, presets.keySet())
                    .map(candidate -> " Did you mean '" + candidate + "'?")
                    .orElse("");
            throw new ConfigurationException(
                    origin(name), "there is no analysis '" + chosen + "'." + near + installed());
        }
        return Optional.of(HoconParser.parse(new TextSource.AtUrl(presets.get(chosen), PRESET + chosen)));
    }

    private String installed() {
        return presets.isEmpty()
                ? " No plugin with an analysis is installed."
                : " Installed: " + String.join(", ", presets.keySet()) + ".";
    }

    private static Problem explained(ConfigException exception, Path file, List<Config> layers) {
        Problem problem = SyntaxProblem.of(exception, file.toString());
        Matcher substitution = SUBSTITUTION.matcher(problem.message());
        if (!(exception instanceof ConfigException.UnresolvedSubstitution) || !substitution.find()) {
            return problem;
        }
        String name = substitution.group(1);
        Set<String> paths = LayerStack.paths(layers);
        if (paths.contains(name) && problem.message().endsWith(SyntaxProblem.UNDEFINED)) {
            return new Problem(
                    problem.where(),
                    substitution.group()
                            + " is not there any more: an upper layer takes it away; give what refers to it"
                            + " anew, or take that away as well");
        }
        String suggestion = Suggestions.nearest(name, paths)
                .map(near -> ". Did you mean '${" + near + "}'?")
                .orElse("");
        return new Problem(problem.where(), problem.message() + suggestion);
    }

    private static boolean isDeeper(ConfigValue value, int limit) {
        Collection<ConfigValue> inner = List.of();
        if (value instanceof ConfigObject section) {
            inner = section.values();
        } else if (value instanceof ConfigList list) {
            inner = list;
        }
        return limit == 0 || inner.stream().anyMatch(element -> isDeeper(element, limit - 1));
    }

    private static ConfigurationException tooDeep(Path file) {
        return new ConfigurationException(
                file.toString(), "sections or lists are nested more than " + DEEPEST + " levels deep");
    }
}
