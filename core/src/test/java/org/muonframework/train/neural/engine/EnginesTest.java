package org.muonframework.train.neural.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.engine.EngineProvider;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.problem.ConfigurationException;
import org.slf4j.helpers.NOPLogger;

@DisplayName("An engine")
class EnginesTest {

    @Test
    void isFoundWhateverTheContextClassLoaderAndLeavesItAsItWas() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader plugin = new URLClassLoader(new URL[0], null)) {
            thread.setContextClassLoader(plugin);
            assertThat(start(Optional.empty()).getEngineName()).isEqualTo(Engines.PREFERRED);
            assertThat(thread.getContextClassLoader()).isSameAs(plugin);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void thatIsNotInstalledIsAMistakeInTheConfiguration() {
        assertThatThrownBy(() -> start(Optional.of("Torch")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("trainer.engine: no engine 'Torch' is installed; there is ")
                .hasMessageContaining("MXNet");
    }

    @Test
    void thatDoesNotStartSaysWhyAndWhatToDo() {
        Engine.registerEngine(new EngineProvider() {
            @Override
            public String getEngineName() {
                return "Broken";
            }

            @Override
            public int getEngineRank() {
                return Integer.MAX_VALUE;
            }

            @Override
            public Engine getEngine() {
                throw new EngineException("failed", new UnsatisfiedLinkError("no library for this system"));
            }
        });
        assertThatThrownBy(() -> start(Optional.of("broken")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("engine Broken does not start on")
                .hasMessageContaining("no library for this system")
                .hasMessageContaining("another engine's JARs");
    }

    private static Engine start(Optional<String> name) {
        return Engines.start(name, NOPLogger.NOP_LOGGER);
    }
}
