package org.convergence.outreach.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.convergence.identity.Role;
import org.convergence.outreach.newsletter.NewsletterFixture;
import org.convergence.plan.calendar.CalendarFeedServer;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the site of an organisation lists is proposed as seen, and counts once a person says so. */
@ModuleTest
class RelayFeedTest {

    @Autowired
    private NewsletterFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private List<RecurringWork> works;

    @Autowired
    private JdbcClient db;

    @Test
    void postOnTheSiteOfAUnionIsProposedAndSeenOnceAPersonSaysSo() {
        List.of("relay", "relay_kit", "relay_feed")
                .forEach(each -> db.sql("DELETE FROM outreach." + each).update());
        fixture.prepare();
        fixture.isPublished(fixture.someone("Ana", "ana@union.example", "fr", "Syndicat A", "Communications"));
        String segment = Pages.location(
                pages.as(Role.STAFF).post("/directory/segment/new", "name=Bulletins", "c-function=communications"));
        String kit = Pages.location(pages.as(Role.STAFF)
                .post(
                        "/outreach/relay/new",
                        "title=Salaire viable",
                        "body=Un chandail sur dix.",
                        "segment=" + segment.replaceFirst(".*/", "")));
        pages.as(Role.STAFF).post(kit + "/send");
        try (CalendarFeedServer site = new CalendarFeedServer()) {
            site.sends("<!DOCTYPE rss [<!ENTITY a \"aa\">]><rss/>");
            assertThat(setFeed(site)).as("an address without a feed").hasStatus(422);
            site.sends(rss("Le « salaire viable » : parlez-en", "Assemblée du mardi"));
            assertThat(setFeed(site)).hasStatus(303);
            assertThat(main("/outreach/relay/feeds")).contains("Syndicat A", "Lu le");
            assertThat(main(kit)).contains("parlez-en", "Syndicat A").doesNotContain("Assemblée", "Site de");
            assertThat(relays()).as("nothing by itself").containsExactly("PROPOSED");
            assertThat(pages.as(Role.BOARD_MEMBER).open(kit).text()).doesNotContain("parlez-en");
            site.fails(500);
            read();
            assertThat(main(kit)).contains("parlez-en", "Site de Syndicat A : Lu le", "en échec depuis le");
            site.fails(200);
            site.sends(rss("Le « salaire viable » : parlez-en", "Salaire viable, la suite", "Salaire vital"));
            read();
            assertThat(press(kit, "other", 1)).hasStatus(303);
            assertThat(press(kit, "ours", 0)).hasStatus(303);
            read();
            assertThat(main(kit))
                    .contains("Vu", "Publiée par 1")
                    .doesNotContain("la suite", "en échec", "Sur leurs sites");
        }
        assertThat(relays()).containsExactly("SEEN https://union.example/0");
        assertThat(pages.as(Role.STAFF)
                        .post(pages.as(Role.STAFF)
                                .open("/outreach/relay/feeds")
                                .select("form[action$=/remove]")
                                .attr("action")))
                .hasStatus(303);
        assertThat(relays()).as("what was confirmed stays").containsExactly("SEEN https://union.example/0");
    }

    private MvcTestResult setFeed(CalendarFeedServer site) {
        String union = db.sql("SELECT id FROM directory.people_organisation WHERE name = 'Syndicat A'")
                .query(String.class)
                .single();
        return pages.as(Role.STAFF).post("/outreach/relay/feeds", "organisation=" + union, "address=" + site.address());
    }

    private MvcTestResult press(String kit, String answer, int row) {
        return pages.as(Role.STAFF)
                .post(pages.as(Role.STAFF)
                        .open(kit)
                        .select("form[action$=/" + answer + "]")
                        .get(row)
                        .attr("action"));
    }

    private void read() {
        works.stream().filter(each -> each.name().equals("relay-feeds")).forEach(RecurringWork::run);
    }

    private List<String> relays() {
        return db.sql("SELECT concat_ws(' ', state, url) FROM outreach.relay")
                .query(String.class)
                .list();
    }

    private String rss(String... titles) {
        StringBuilder items = new StringBuilder();
        for (int each = 0; each < titles.length; each++) {
            items.append(
                    "<item><title>%s</title><link>https://union.example/%d</link><pubDate>%sT10:00:00Z</pubDate></item>"
                            .formatted(titles[each], each, settings.today()));
        }
        return "<rss><channel><title>Syndicat A</title>" + items + "</channel></rss>";
    }

    private String main(String url) {
        return pages.as(Role.STAFF).open(url).select("main").text().replace('\u00a0', ' ');
    }
}
