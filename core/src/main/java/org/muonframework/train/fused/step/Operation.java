package org.muonframework.train.fused.step;

import java.util.List;

/** What one layer does to a block of rows. */
interface Operation {

    /** From the values that it reads to those that it gives. */
    void forward(Worker worker);

    /** From the gradient of the values that it gives to that of those that it reads, and of its parameters. */
    void backward(Worker worker);

    /** The rooms that it works in on the way back. */
    List<Room> roomsBack();
}
