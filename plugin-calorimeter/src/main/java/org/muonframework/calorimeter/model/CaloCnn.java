package org.muonframework.calorimeter.model;

import java.util.List;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.ArchitectureBuilder;
import org.muonframework.spi.model.Image;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.model.Shape;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.Suggestions;

/** Makes the convolutional networks: the {@link ConvolutionHead} on the cells, then the {@link Body}. */
final class CaloCnn {

    private final String model;
    private final Task task;
    private final CnnSettings settings;
    private final ArchitectureBuilder network = Architecture.builder();

    CaloCnn(String model, Task task, CnnSettings settings) {
        this.model = model;
        this.task = task;
        this.settings = settings;
    }

    /**
     * The network.
     *
     * @throws ConfigurationException if the task has no such volume, or not one target
     */
    NeuralModel create() {
        Body body = new Body(model, task, settings, network);
        String cells = network.image(settings.image(), shape());
        String pooled = new ConvolutionHead(settings, network).attach(cells);
        String joined = task.features().isEmpty()
                ? pooled
                : network.apply("joined", new Layer.Concat(), pooled, body.features());
        return body.attach(joined);
    }

    /** The volume with its one channel. */
    private Shape shape() {
        List<String> names = task.images().stream().map(Image::name).toList();
        Shape shape = task.images().stream()
                .filter(image -> image.name().equals(settings.image()))
                .findFirst()
                .map(Image::shape)
                .orElseThrow(() -> new ConfigurationException(
                        "model.image",
                        "the model '" + model + "' needs the image '" + settings.image() + "', and there is "
                                + (names.isEmpty()
                                        ? "no image"
                                        : "none of this name." + Suggestions.didYouMean(settings.image(), names))));
        if (shape.rank() != 3) {
            throw new ConfigurationException(
                    "model.image",
                    "the model '" + model + "' needs a volume, such as 50x32x32 cells, and the image '"
                            + settings.image() + "' is " + shape);
        }
        return Shape.of(1, shape.size(0), shape.size(1), shape.size(2));
    }
}
