package org.convergence.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SliceTest {

    @Test
    void whereOneMoreWasFoundTheNextBeginAfterTheLastShown() {
        Slice<String> slice = Slice.of(List.of("a", "b", "c"), 2, row -> "after " + row);
        assertThat(slice.rows()).containsExactly("a", "b");
        assertThat(slice.next()).isEqualTo("after b");
    }

    @Test
    void whereNoMoreWasFoundNothingFollows() {
        assertThat(Slice.of(List.of("a", "b"), 2, row -> row).next()).isNull();
        assertThat(Slice.of(List.<String>of(), 2, row -> row).rows()).isEmpty();
    }
}
