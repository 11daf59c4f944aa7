package org.convergence.outreach.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.plan.calendar.CalendarFeedServer;
import org.convergence.platform.document.SampleFiles;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What is kept of pick-up and posts: the clipping is a file; the feed of our site proposes its posts. */
@ModuleTest
class MediaEvidenceTest {

    private static final String HOME = "/outreach/media";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers users;

    @Autowired
    private Pages pages;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private List<RecurringWork> works;

    @Autowired
    private JdbcClient db;

    @Test
    void readersOpenItAndItGoesWithItsPickup() {
        users.ensureOrganisation();
        String title = "Le fil " + UUID.randomUUID();
        MvcTestResult done = save(HOME + "/pickups/new", title, SampleFiles.pdf(), 0);
        assertThat(done).as(Pages.text(done)).hasStatus(303);
        assertThat(db.sql("""
                                SELECT count(p.organisation) FROM plan.realisation_summary r
                                LEFT JOIN plan.realisation_participant p ON p.realisation = r.id WHERE r.title = ?
                                """).param(title).query(Long.class).single())
                .as("the outlet took no part")
                .isZero();
        String first = clipping(title);
        assertThat(pages.as(Role.BOARD_MEMBER)
                        .open(HOME)
                        .select("a[href=" + first + "]")
                        .text())
                .isEqualTo("coupure");
        assertThat(pages.as(Role.BOARD_MEMBER).get(first))
                .hasStatusOk()
                .hasContentTypeCompatibleWith("application/pdf");
        assertThat(pages.asStranger().get(first)).as("not for strangers").hasStatus(303);

        String id = db.sql("SELECT id::text FROM outreach.media_pickup WHERE title = ?")
                .param(title)
                .query(String.class)
                .single();
        String pickup = HOME + "/pickups/" + id;
        assertThat(pages.as(Role.STAFF)
                        .post(
                                pickup + "/edit",
                                "version=1",
                                "title=" + title,
                                "outlet-new=Le Quotidien fictif",
                                "seenOn=" + settings.today()))
                .hasStatus(303);
        assertThat(clipping(title)).as("without a new file, the old one stays").isEqualTo(first);
        assertThat(save(pickup + "/edit", title, SampleFiles.jpeg(40, 30), 2)).hasStatus(303);
        assertThat(clipping(title)).isNotEqualTo(first);
        assertThat(pages.as(Role.BOARD_MEMBER).get(first)).as("replaced").hasStatus(404);

        String second = clipping(title);
        assertThat(pages.as(Role.STAFF).post(pickup + "/remove")).hasStatus(303);
        assertThat(pages.as(Role.BOARD_MEMBER).get(second)).hasStatus(404);
    }

    @Test
    void feedOfOurSiteProposesPostsAndAPersonCountsThem() {
        users.ensureOrganisation();
        List.of("feed", "proposal", "post")
                .forEach(each -> db.sql("DELETE FROM outreach.media_" + each).update());
        YearMonth month = YearMonth.from(settings.today()).minusMonths(1);
        String links = HOME + "/posts/" + month;
        String old = item("Vieux", month.minusMonths(4).atDay(1), "https://nous.example/0");
        String counted = item("Tissage", month.atDay(2), "https://nous.example/1");
        String leftOut = item("Horaire", month.atDay(3), "https://nous.example/2");
        String unlinked = item("Sans lien", month.atDay(4), "javascript:alert(1)");
        try (CalendarFeedServer site = new CalendarFeedServer()) {
            refusesFeed(site, "<!DOCTYPE rss [<!ENTITY a \"aa\">]><rss/>", "DOCTYPE");
            refusesFeed(site, "<rss><channel><title>" + "x".repeat(5_000_000), "dépasse 4 Mo");
            refusesFeed(site, site.address(), "renvoie vers une autre");
            refusesFeed(site, "http://10.0.0.1/feed", "renvoie vers une autre", "réseau privé");
            site.sends(rss(old, counted, leftOut, unlinked));
            assertThat(setFeed(site.address())).hasStatus(303);
            assertThat(main(HOME)).contains("2 proposées", "a été lu le").doesNotContain("1 publication");
            assertThat(main("/")).contains("Compter 2 publications de notre site");
            assertThat(pages.as(Role.BOARD_MEMBER).open(HOME).text()).doesNotContain("proposée");
            Document page = pages.as(Role.STAFF).open(links);
            assertThat(page.text()).contains("Tissage", "Horaire").doesNotContain("Vieux", "Sans lien");
            List<String> shown = page.select("input[name=shown]").eachAttr("value");
            assertThat(pages.as(Role.STAFF)
                            .post(links, "shown=" + shown.get(0), "shown=" + shown.get(1), "accepted=" + shown.get(0)))
                    .hasStatus(303);
            assertThat(countedPosts()).containsExactly("https://nous.example/1");
            assertThat(main(HOME)).contains("1 publication").doesNotContain("proposée");

            site.sends(rss(item("Nouveau", month.atDay(9), "https://nous.example/3"), counted, leftOut));
            read();
            assertThat(pages.as(Role.STAFF).open(links).text())
                    .contains("Nouveau")
                    .doesNotContain("Horaire");
            site.fails(500);
            read();
            assertThat(main(HOME)).contains("1 proposée", "en échec depuis le", "n’a pas pu répondre");
            assertThat(setFeed("")).hasStatus(303);
            assertThat(main(HOME)).contains("1 publication").doesNotContain("proposée", "en échec");
        }
        assertThat(countedPosts()).containsExactly("https://nous.example/1");
        assertThat(db.sql("""
                        SELECT title FROM plan.realisation
                        WHERE source_module = 'outreach.media' AND source_kind = 'posts' AND source_id = ?
                        """).param(month.toString()).query(String.class).single())
                .startsWith("1 publication");
        db.sql("DELETE FROM outreach.media_post").update();
    }

    private void refusesFeed(CalendarFeedServer site, String sent, String... words) {
        site.sends(sent);
        MvcTestResult done = setFeed(site.address());
        assertThat(done).as(sent.substring(0, Math.min(30, sent.length()))).hasStatus(422);
        assertThat(Pages.text(done).replace('\u00a0', ' ')).containsAnyOf(words);
        assertThat(db.sql("SELECT count(*) FROM outreach.media_feed")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private MvcTestResult setFeed(String address) {
        String version = pages.as(Role.STAFF)
                .open(HOME + "/posts/feed")
                .select("input[name=version]")
                .attr("value");
        return pages.as(Role.STAFF).post(HOME + "/posts/feed", "address=" + address, "version=" + version);
    }

    private void read() {
        works.stream().filter(each -> each.name().equals("media-feed")).forEach(RecurringWork::run);
    }

    private List<String> countedPosts() {
        return db.sql("SELECT url FROM outreach.media_post").query(String.class).list();
    }

    private String main(String url) {
        return pages.as(Role.STAFF).open(url).select("main").text().replace('\u00a0', ' ');
    }

    private static String rss(String... items) {
        return "<rss><channel><title>Nous</title>" + String.join("", items) + "</channel></rss>";
    }

    private static String item(String title, LocalDate day, String url) {
        return "<item><title>%s</title><link>%s</link><pubDate>%sT10:00:00Z</pubDate></item>"
                .formatted(title, url, day);
    }

    private String clipping(String title) {
        return "/platform/document/"
                + db.sql("SELECT clipping::text FROM outreach.media_pickup WHERE title = ?")
                        .param(title)
                        .query(String.class)
                        .single();
    }

    private MvcTestResult save(String url, String title, byte[] file, int version) {
        return mvc.post()
                .uri(url)
                .multipart()
                .file("clipping", file)
                .param("version", String.valueOf(version))
                .param("title", title)
                .param("outlet-new", "Le Quotidien fictif")
                .param("seenOn", settings.today().toString())
                .with(users.as(Role.STAFF))
                .with(csrf())
                .exchange();
    }
}
