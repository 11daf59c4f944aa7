package org.convergence.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkGeneratorTest {

    @TempDir
    Path folder;

    @Test
    void markDependsOnUseAndKeys() {
        var marks = new MarkGenerator(new KeyFolder(folder.resolve("keys")));
        String mark = marks.compute("ana@exemple.org", "stop");
        assertThat(mark).hasSize(43).doesNotContain("ana");
        assertThat(marks.compute("ana@exemple.org", "stop")).isEqualTo(mark);
        assertThat(new MarkGenerator(new KeyFolder(folder.resolve("keys"))).compute("ana@exemple.org", "stop"))
                .isEqualTo(mark);
        assertThat(marks.compute("ana@exemple.org", "else")).isNotEqualTo(mark);
        assertThat(marks.compute("luc@exemple.org", "stop")).isNotEqualTo(mark);
        assertThat(marks.computeAll("ana@exemple.org", "stop")).containsExactly(mark);
        assertThat(new MarkGenerator(new KeyFolder(folder.resolve("others"))).compute("ana@exemple.org", "stop"))
                .isNotEqualTo(mark);
    }
}
