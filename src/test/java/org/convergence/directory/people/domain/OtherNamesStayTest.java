package org.convergence.directory.people.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.convergence.testing.ModuleTest;
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
            Vu Pierre Gagné hier, et pierre gagné ce matin   | Vu Sittelle hier, et Sittelle ce matin
            Pierre Gagné. Pierre Gagné                       | Sittelle. Sittelle
            Jean-Pierre Gagné siège                          | Jean-Pierre Gagné siège
            J.-Pierre Gagné, Marie‑Pierre Gagné              | J.-Pierre Gagné, Marie‑Pierre Gagné
            Jean-Pierre Gagné et Pierre Gagné                | Jean-Pierre Gagné et Sittelle
            Pierre Gagné-Roy                                 | Pierre Gagné-Roy
            Pierre Gagné Roy et Pierre Gagné                 | Pierre Gagné Roy et Sittelle
            Pierre Gagné - présidence                        | Sittelle - présidence
            Gagnéville                                       | Gagnéville
            Jeanne Pierre Gagné et Hier Pierre Gagné         | Jeanne Pierre Gagné et Hier Sittelle
            PIERRE GAGNÉ ROY                                 | PIERRE GAGNÉ ROY
            x.pg@exemple.org, pg@exemple.org                 | x.pg@exemple.org, pg@exemple.org
            ixchel@exemple.org, p.ixchel@exemple.org, Ixchel. | ixchel@exemple.org, p.ixchel@exemple.org, Sittelle.
            pg@exemple.org                                   | Sittelle
            12 450 555-0101 99                               | 12 450 555-0101 99
            """)
    void replacesCertainPlacesOnly(String text, String expected) {
        assertThat(db.sql("""
                                WITH on_file AS (SELECT set_config('convergence.given_names', '["jeanne"]', true))
                                SELECT platform.instead(?, ARRAY['Pierre Gagné', 'Ixchel', 'pg@exemple.org', '450 555-0101'], 'Sittelle')
                                FROM on_file
                                """).param(text).query(String.class).single()).isEqualTo(expected);
    }
}
