package org.muonframework.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.model.Task;

@DisplayName("A context outside of any run")
class StandaloneContextTest {

    @Test
    @DisplayName("of a model has the task and describes its features and targets")
    void model() {
        Task task = new Task(List.of("pt", "eta"), List.of("b", "s"), List.of("mass", "pt"));
        ModelContext context = ModelContext.standalone(7, 2, task);

        assertThat(context.task()).isEqualTo(task);
        assertThat(context.columns()).containsOnlyKeys("pt", "eta", "mass");
        assertThat(context.columns()).containsEntry("eta", ColumnSpec.of("eta", ColumnType.DOUBLE));
        assertThat(context.random()).isEqualTo(Context.standalone(7, 1).random());
        assertThat(context.threads()).isEqualTo(2);
    }
}
