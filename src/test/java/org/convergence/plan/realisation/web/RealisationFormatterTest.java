package org.convergence.plan.realisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.convergence.plan.realisation.Participations;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.junit.jupiter.api.Test;

class RealisationFormatterTest {

    private final Words t = Messages.load().in(Language.FRENCH, ZoneId.of("America/Toronto"));

    @Test
    void countsWhatIsNotStatedOnlyBesideWhatIs() {
        assertThat(format(Participations.of(34))).isEqualTo("34");
        assertThat(format(new Participations(0, 0, 0, 34, 3))).isEqualTo("34, dont 3 jeunes");
        assertThat(format(new Participations(15, 8, 0, 1, null)))
                .isEqualTo("24 : 15 femmes, 8 hommes et 1 de genre non déclaré");
    }

    private String format(Participations all) {
        return RealisationFormatter.participations(all, t).replace('\u00a0', ' ');
    }
}
