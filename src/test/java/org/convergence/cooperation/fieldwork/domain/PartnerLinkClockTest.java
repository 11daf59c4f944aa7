package org.convergence.cooperation.fieldwork.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import org.convergence.cooperation.CooperationFixture;
import org.convergence.identity.Role;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.keys.MarkGenerator;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The end of a partner's page and its days of grace follow the clock that CONVERGENCE_CLOCK_OFFSET moves. */
@ModuleTest
class PartnerLinkClockTest {

    private static final int YEAR = 365;

    @Autowired
    private CooperationFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private MarkGenerator marks;

    @Autowired
    private JdbcClient db;

    /** The links as the application reads them on a clock moved by some days. */
    private PartnerLinkRepository movedBy(int days) throws NoSuchMethodException {
        Clock moved = Clock.offset(Clock.systemUTC(), Duration.ofDays(days));
        OrganisationSettings settings = BeanUtils.instantiateClass(
                OrganisationSettings.class.getDeclaredConstructor(JdbcClient.class, Clock.class), db, moved);
        return new PartnerLinkRepository(db, marks, settings, moved);
    }

    @Test
    void theEndOfThePageAndItsDaysOfGraceMoveWithTheClock() throws NoSuchMethodException {
        fixture.clear();
        String secret = Pages.require(pages.as(Role.COORDINATOR)
                        .post(
                                "/cooperation/fieldwork/links",
                                "organisation=" + fixture.partner().value(),
                                "language=es",
                                "country=MX"))
                .select("#made-url")
                .val()
                .replaceFirst(".*/", "");
        assertThat(movedBy(YEAR).find(secret, false).isEnded())
                .as("on its last day")
                .isFalse();
        assertThat(movedBy(YEAR + 1).find(secret, false).isEnded())
                .as("the day after")
                .isTrue();
        assertThat(movedBy(YEAR + PartnerLinkRepository.GRACE)
                        .find(secret, false)
                        .isEnded())
                .as("telephones may still send")
                .isTrue();
        PartnerLinkRepository later = movedBy(YEAR + PartnerLinkRepository.GRACE + 1);
        assertThatThrownBy(() -> later.find(secret, false)).isInstanceOf(NotFound.class);
        assertThat(later.findLatest(fixture.partner())).isEmpty();
    }
}
