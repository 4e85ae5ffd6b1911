package org.muonframework.calorimeter.model;

import java.util.List;
import org.muonframework.calorimeter.loss.HuberisedLossSettings;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;
import org.muonframework.spi.settings.Unit;

/** The section {@code model} of type {@code calo-cnn-small}. */
@Doc("The network calo-cnn with fewer channels and one block a stage, for a computer without an accelerator.")
public record CaloCnnSmallSettings(
        @Doc("Name of the image: the energy in each cell, in GeV.") @Default("cells")
        String image,

        @Doc("How many times the grid is halved.") @Default("4") @Range(min = 1, max = 10)
        int stages,

        @Doc("Blocks of two convolutions in each stage, of which the first one halves the grid.")
        @Default("1")
        @Range(min = 1, max = 100)
        int blocks,

        @Doc("Channels of the first block.") @Default("4") @Range(min = 1)
        int channels,

        @Doc("Factor of the number of channels from one stage to the next.") @Default("1.5") @Range(min = 1)
        double growth,

        @Doc("Channels for one unit of squeeze-and-excitation.") @Default("4") @Range(min = 1)
        int squeeze,

        @Doc("Units of the dense layers behind the convolutions.") @Default("[80, 80, 80]") @Range(min = 1)
        List<Integer> hidden,

        @Doc("Whether features are brought to mean 0 and standard deviation 1; the image stays as it is.")
        @Default("true")
        boolean standardise,

        @Doc("The energy that the network's 0 stands for.") @Default("2500") @Unit("GeV")
        double offset,

        @Doc("How much energy the network's 1 stands for.")
        @Default("2000")
        @Range(min = 0, minExclusive = true)
        @Unit("GeV")
        double scale,

        @Doc("What the training makes small.") @Default("{}")
        HuberisedLossSettings loss)
        implements CnnSettings {

    public CaloCnnSmallSettings {
        hidden = List.copyOf(hidden);
    }
}
