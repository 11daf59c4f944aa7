package org.convergence.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListSliceTest {

    @Test
    void nextPositionFollowsLastShownRow() {
        ListSlice<String> slice = ListSlice.of(List.of("a", "b", "c"), 2, row -> "after " + row);
        assertThat(slice.rows()).containsExactly("a", "b");
        assertThat(slice.next()).isEqualTo("after b");
    }

    @Test
    void lastSliceHasNoNext() {
        assertThat(ListSlice.of(List.of("a", "b"), 2, row -> row).next()).isNull();
        assertThat(ListSlice.of(List.<String>of(), 2, row -> row).rows()).isEmpty();
    }
}
