package org.convergence.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.convergence.platform.shell.Conflict.FieldConflict;
import org.junit.jupiter.api.Test;

class ConflictTest {

    private static final List<String> FIELDS = List.of("name", "kind", "note");

    private static Form form(String name, String kind, String note, int version) {
        return Form.blank()
                .with("name", name)
                .with("kind", kind)
                .with("note", note)
                .atVersion(version);
    }

    private static Conflict between(Form mine, Form before, Form theirs) {
        return Conflict.merge(mine, before, theirs, 3, "Ana", FIELDS, (field, value) -> value);
    }

    @Test
    void mergesChangesOfDifferentFields() {
        Form mine = form("Local 12", "UNION", "new", 3);
        Conflict conflict = between(mine, form("Local 12", "UNION", "", 3), form("Local 13", "UNION", "", 5));

        assertThat(conflict.differences()).isEmpty();
        assertThat(mine.value("name")).isEqualTo("Local 13");
        assertThat(mine.value("note")).isEqualTo("new");
        assertThat(mine.value("version")).isEqualTo("5");
    }

    @Test
    void showsFieldsChangedByBothAndKeepsTypedValue() {
        Form mine = form("Local 14", "UNION", "", 3);
        Conflict conflict = between(mine, form("Local 12", "UNION", "", 3), form("Local 13", "SECTION", "", 5));

        assertThat(conflict.differences()).containsExactly(new FieldConflict("name", "Local 14", "Local 13"));
        assertThat(mine.value("name")).isEqualTo("Local 14");
        assertThat(mine.value("kind")).isEqualTo("SECTION");
    }

    @Test
    void takesOtherVersionOnRequest() {
        Form mine = form("Local 14", "UNION", "mine", 3).with("take", "name");
        Conflict conflict = between(mine, form("Local 12", "UNION", "", 3), form("Local 13", "UNION", "hers", 5));

        assertThat(mine.value("name")).isEqualTo("Local 13");
        assertThat(conflict.differences()).extracting(FieldConflict::field).containsExactly("note");
    }

    @Test
    void sameChangeByBothIsNoConflict() {
        Form mine = form("Local 13", "UNION", "a\r\nb", 3);
        Conflict conflict = between(mine, form("Local 12", "UNION", "", 3), form("Local 13 ", "UNION", "a\nb", 5));

        assertThat(conflict.differences()).isEmpty();
    }
}
