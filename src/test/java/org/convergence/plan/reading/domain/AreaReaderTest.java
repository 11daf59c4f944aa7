package org.convergence.plan.reading.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.convergence.plan.actionplan.Area;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The title of a means suggests its area. */
class AreaReaderTest {

    private final AreaReader reader = new AreaReader();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EDUCATION   | Éducation du public      | Ateliers dans les écoles
            EDUCATION   | Educate                  | Workshops and toolkits
            COOPERATION | Solidarité               | Projets avec nos partenaires internationaux
            COOPERATION | Work overseas            | Partnerships in the global south
            ADVOCACY    | Agir                     | Plaidoyer et coalitions
            ADVOCACY    | Change policy            | Campaigns and statements
            OUTREACH    | Rayonner                 | Vie associative et bulletin des membres
            OUTREACH    | Grow                     | Newsletter and social media
            RESOURCES   | Nos moyens               | Diversifier le financement
            RESOURCES   | Organization             | Fundraising and grants
            SAFETY      | Nos moyens               | Sécurité des missions et prévention des risques
            SAFETY      | Take care of our people  | Safety and security
            """)
    void wordsOfTheFieldGiveTheArea(Area area, String objective, String title) {
        assertThat(reader.read(objective, title, "")).isEqualTo(area);
    }

    @Test
    void unknownWordsGiveTheWidestArea() {
        assertThat(reader.read("x", "y", "z")).isEqualTo(Area.OUTREACH);
    }
}
