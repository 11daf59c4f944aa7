package org.convergence.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarksTest {

    @TempDir
    Path folder;

    @Test
    void aTextHasOneMarkForEachUseAndOthersUnderOtherKeys() {
        var marks = new Marks(new KeyFolder(folder.resolve("keys")));
        String mark = marks.of("ana@exemple.org", "stop");
        assertThat(mark).hasSize(43).doesNotContain("ana");
        assertThat(marks.of("ana@exemple.org", "stop")).isEqualTo(mark);
        assertThat(new Marks(new KeyFolder(folder.resolve("keys"))).of("ana@exemple.org", "stop"))
                .isEqualTo(mark);
        assertThat(marks.of("ana@exemple.org", "else")).isNotEqualTo(mark);
        assertThat(marks.of("luc@exemple.org", "stop")).isNotEqualTo(mark);
        assertThat(marks.known("ana@exemple.org", "stop")).containsExactly(mark);
        assertThat(new Marks(new KeyFolder(folder.resolve("others"))).of("ana@exemple.org", "stop"))
                .isNotEqualTo(mark);
    }
}
