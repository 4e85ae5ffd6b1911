package org.muonframework.calorimeter.model;

/** What the settings of the convolutional models say of the convolutions; their keys are documented there. */
interface CnnSettings extends BodySettings {

    /** Name of the image in the analysis. */
    String image();

    /** How many times the grid is halved. */
    int stages();

    /** Blocks of a stage. */
    int blocks();

    /** Channels of the first block, the energies not counted. */
    int channels();

    /** Factor of the channels from one stage to the next. */
    double growth();

    /** Channels for one unit of squeeze-and-excitation. */
    int squeeze();
}
