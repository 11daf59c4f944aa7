package org.convergence.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.convergence.testing.TestDatabase;
import org.convergence.testing.TestTags;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag(TestTags.INTEGRATION)
class DatabaseSchemaTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @AfterAll
    static void drop() {
        DATABASE.drop();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Étudiant·e·s       | etudiantes
                    étudiant.e.s       | etudiantes
                    étudiant-e-s       | etudiantes
                    travailleur·euse·s | travailleureuses
                    Saint-Jean         | saint jean
                    L’Œuvre d'été      | l oeuvre d ete
                    C.S.N.             | csn
                    Île-du-Prince-Édouard | ile du prince edouard
                    """)
    void foldIgnoresAccentsAndInclusivePoints(String word, String folded) throws SQLException {
        try (Connection connection = DATABASE.application().connect();
                var statement = connection.prepareStatement("SELECT platform.fold(?)")) {
            statement.setString(1, word);
            var rows = statement.executeQuery();
            rows.next();
            assertThat(rows.getString(1)).isEqualTo(folded);
        }
    }

    @Test
    void textSearchIgnoresAccentsInThreeLanguages() throws SQLException {
        assertThat(answer("SELECT to_tsvector('platform.fr', 'les grèves') @@ to_tsquery('platform.fr', 'greve')"))
                .isEqualTo("t");
        assertThat(answer("SELECT to_tsvector('platform.es', 'acción') @@ to_tsquery('platform.es', 'accion')"))
                .isEqualTo("t");
        assertThat(answer("SELECT to_tsvector('platform.en', 'unions') @@ to_tsquery('platform.en', 'union')"))
                .isEqualTo("t");
    }

    @Test
    void applicationCanNeitherCreateTablesNorChangeMigrationHistory() {
        assertThatThrownBy(() -> answer("CREATE TABLE platform.mine (id int)"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> answer("DELETE FROM platform.flyway_history"))
                .hasMessageContaining("permission denied");
    }

    private static String answer(String query) throws SQLException {
        try (Connection connection = DATABASE.application().connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
