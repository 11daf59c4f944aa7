package org.convergence.directory.people.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is replaced at once when a person is sealed or erased; uncertain places are left to the search that follows. */
@ModuleTest
class OtherNamesStayTest {

    @Autowired
    private JdbcClient db;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Vu Pierre Gagné hier, et pierre gagné ce matin   | Vu Sittelle hier, et pierre gagné ce matin
            une pierre gagne, PIERRE GAGNÉ, Pierre gagné     | une pierre gagne, PIERRE GAGNÉ, Pierre gagné
            Pierre Gagné. Pierre Gagné                       | Sittelle. Sittelle
            Jean-Pierre Gagné siège                          | Jean-Pierre Gagné siège
            J.-Pierre Gagné, Marie‑Pierre Gagné              | J.-Pierre Gagné, Marie‑Pierre Gagné
            Jean-Pierre Gagné et Pierre Gagné                | Jean-Pierre Gagné et Sittelle
            Pierre Gagné-Roy, Pierre Gagné–Roy               | Pierre Gagné-Roy, Pierre Gagné–Roy
            Pierre Gagné&nbsp;Roy, **Pierre Gagné**-Roy      | Pierre Gagné&nbsp;Roy, **Pierre Gagné**-Roy
            Pierre Gagné *Roy*, Pierre Gagné <b>Roy</b>      | Pierre Gagné *Roy*, Pierre Gagné <b>Roy</b>
            Pierre Gagné%20Roy                               | Pierre Gagné%20Roy
            Pierre Gagné, Roy et Luc                         | Pierre Gagné, Roy et Luc
            Pierre Gagné de la Roche, Pierre Gagné d’Anjou   | Pierre Gagné de la Roche, Pierre Gagné d’Anjou
            Pierre Gagné Roy et Pierre Gagné                 | Pierre Gagné Roy et Sittelle
            Pierre Gagné le veut, Pierre Gagné y va           | Sittelle le veut, Sittelle y va
            Pierre Gagné - présidence                        | Sittelle - présidence
            Gagnéville                                       | Gagnéville
            Jeanne Pierre Gagné et Hier Pierre Gagné         | Jeanne Pierre Gagné et Hier Pierre Gagné
            Hier Pierre Gagné et hier Pierre Gagné           | Hier Pierre Gagné et hier Sittelle
            Vu Berthe Pierre Gagné, vu l’avocat Pierre Gagné | Vu Berthe Pierre Gagné, vu l’avocat Sittelle
            Jeanne&nbsp;Pierre Gagné, Jeanne–Pierre Gagné    | Jeanne&nbsp;Pierre Gagné, Jeanne–Pierre Gagné
            PIERRE GAGNÉ ROY                                 | PIERRE GAGNÉ ROY
            x.pg@exemple.org, pg@exemple.org                 | x.pg@exemple.org, pg@exemple.org
            pg@exemple.org                                   | Sittelle
            12 450 555-0101 99                               | 12 450 555-0101 99
            """)
    void replacesCertainPlacesOnly(String text, String expected) {
        assertThat(instead(text, "Pierre Gagné", "pg@exemple.org", "450 555-0101"))
                .isEqualTo(expected);
    }

    @Test
    void leavesLineEndsAndNamesOfOneWordToTheSearch() {
        assertThat(instead("Vu Pierre Gagné\nRoy", "Pierre Gagné")).isEqualTo("Vu Pierre Gagné\nRoy");
        assertThat(instead("Vu Pierre Gagné\nhier", "Pierre Gagné")).isEqualTo("Vu Sittelle\nhier");
        assertThat(instead("Ixchel Roy, une pizza ixchel, Ixchel.", "Ixchel"))
                .isEqualTo("Ixchel Roy, une pizza ixchel, Ixchel.");
    }

    /** Where a code name stands for the person, the search that follows decides behind all marks and most words. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Pierre Gagné. Avec Mme Pierre Gagné, hier         | Sittelle. Avec Mme Sittelle, hier
            Vu l’avocat Pierre Gagné                          | Vu l’avocat Pierre Gagné
            1000, boul. Pierre Gagné                          | 1000, boul. Pierre Gagné
            Coin Berri et Pierre Gagné                        | Coin Berri et Pierre Gagné
            Autobus 55, Pierre Gagné                          | Autobus 55, Pierre Gagné
            (parc) Pierre Gagné, métro : Pierre Gagné         | (parc) Pierre Gagné, métro : Pierre Gagné
            De Sherbrooke à Pierre Gagné                      | De Sherbrooke à Pierre Gagné
            55 Pierre Gagné                                   | 55 Pierre Gagné
            1;Pierre Gagné;Laval                              | 1;Sittelle;Laval
            """)
    void leavesANameBehindAWordOrAMarkToTheSearch(String text, String expected) {
        assertThat(insteadWithout("[\"gagne\"]", text, "Pierre Gagné")).isEqualTo(expected);
    }

    /** As in the transaction that seals a person, where another Jeanne is on file. */
    private String instead(String text, String... names) {
        return insteadWithout("[]", text, names);
    }

    /** @param words in JSON, of which none may remain in a text that is rewritten */
    private String insteadWithout(String words, String text, String... names) {
        return db.sql("""
                        WITH others AS (SELECT set_config('convergence.given_names', '["jeanne"]', true) AS given,
                                               set_config('convergence.longer_names', '[]', true) AS longer,
                                               set_config('convergence.words', ?, true) AS words)
                        SELECT platform.instead(?, CAST(? AS text[]), 'Sittelle') FROM others
                        WHERE given || longer || words <> ''
                        """).params(words, text, names).query(String.class).single();
    }

    @Test
    void hidesEachFullNameWhereNothingIsRewritten() {
        assertThat(db.sql(
                                "SELECT platform.instead('Pierre Gagné Roy, pierre gagné hier', ARRAY['Pierre Gagné'], '[…]')")
                        .query(String.class)
                        .single())
                .isEqualTo("[…] Roy, […] hier");
    }
}
