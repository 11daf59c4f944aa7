package org.convergence.outreach.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.convergence.identity.Role;
import org.convergence.outreach.newsletter.NewsletterFixture;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The site of one union misbehaves: it is told on the page of the feeds, and the others are read all the same. */
@ModuleTest
class RelayFeedFaultsTest {

    private static final byte[] MEGABYTE = " ".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
    private static final int MEGABYTES = 50;

    private static final String GOOD = """
            <rss><channel><title>Site</title><item><title>Salaire viable</title>
            <link>https://%s.example/1</link></item></channel></rss>""";

    private static final String ODD = """
            <rss><channel><item><title>Salaire viable</title><link>https://union.example/%1$s</link></item>
            <item><title>Salaire viable</title><link>javascript:alert(1)</link></item>
            <item><title>%3$s</title><link>https://%2$s.example/2</link><pubDate>hier</pubDate></item></channel></rss>""";

    private static final String BOMB = """
            <!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
            <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
            <rss><channel><item><title>&d;</title></item></channel></rss>""";

    @Autowired
    private NewsletterFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private List<RecurringWork> works;

    @Autowired
    private JdbcClient db;

    private final HttpServer server = server();

    /** What the site of union A answers. */
    private volatile String fault = "";

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void twoSites() {
        server.createContext("/", this::answer);
        server.start();
        List.of("relay", "relay_kit", "relay_feed", "relay_sighting")
                .forEach(each -> db.sql("DELETE FROM outreach." + each).update());
        fixture.prepare();
        for (String union : List.of("A", "B")) {
            fixture.isPublished(
                    fixture.someone("Ana", union + "@union.example", "fr", "Syndicat " + union, "Communications"));
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "large, dépasse 4 Mo",
        "loop, renvoie vers une autre",
        "private, réseau privé",
        "bomb, DOCTYPE",
        "page, Aucun flux"
    })
    void aSiteAtFaultIsRefusedAndToldAndHoldsUpNoOther(String kind, String reason) {
        fault = kind;
        MvcTestResult refused = setFeed("A");
        assertThat(refused).hasStatus(422);
        assertThat(Pages.text(refused).replace('\u00a0', ' ')).contains(reason);
        fault = "";
        assertThat(setFeed("A")).hasStatus(303);
        assertThat(setFeed("B")).hasStatus(303);
        String kit = sendKit();
        fault = kind;
        read();
        assertThat(main("/outreach/relay/feeds")).contains("en échec depuis le", reason);
        assertThat(main(kit)).as("the other site was read").contains("Syndicat B ·");
        fault = "";
        read();
        assertThat(main("/outreach/relay/feeds")).doesNotContain("en échec");
    }

    /** Its address is longer than one that is stored, its title too, and its day is no day. */
    @Test
    void entryThatIsTooLongIsLeftOutAndTheOthersAreProposed() {
        assertThat(setFeed("A")).hasStatus(303);
        assertThat(setFeed("B")).hasStatus(303);
        String kit = sendKit();
        fault = "odd";
        read();
        assertThat(main("/outreach/relay/feeds")).doesNotContain("en échec");
        assertThat(db.sql("SELECT url FROM outreach.relay_sighting ORDER BY url")
                        .query(String.class)
                        .list())
                .containsExactly("https://A.example/2", "https://B.example/1");
        assertThat(main(kit)).contains("Salaire viable");
    }

    @Test
    void privateAddressIsNeverRead() {
        String inside = "http://127.0.0.1:" + server.getAddress().getPort() + "/A";
        MvcTestResult refused = set("A", inside);
        assertThat(refused).hasStatus(422);
        assertThat(Pages.text(refused)).contains("réseau privé");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String union = exchange.getRequestURI().getPath().substring(1);
        String how = union.equals("A") ? fault : "";
        Map<String, String> elsewhere = Map.of(
                "loop", "http://localhost:" + server.getAddress().getPort() + "/A",
                "private", "http://127.0.0.1:" + server.getAddress().getPort() + "/B");
        if (elsewhere.containsKey(how)) {
            exchange.getResponseHeaders().set("Location", elsewhere.get(how));
            exchange.sendResponseHeaders(302, -1);
        } else if (how.equals("large")) {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write("<rss><channel>".getBytes(StandardCharsets.UTF_8));
                for (int n = 0; n < MEGABYTES; n++) {
                    out.write(MEGABYTE);
                }
            } catch (IOException cut) {
                // The reader closes the connection at its limit.
            }
        } else {
            String text =
                    switch (how) {
                        case "bomb" -> BOMB;
                        case "page" -> "<html>";
                        case "odd" -> ODD.formatted("x".repeat(2_000), union, "Salaire viable ".repeat(100));
                        default -> GOOD.formatted(union);
                    };
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private String sendKit() {
        String segment = Pages.location(
                pages.as(Role.STAFF).post("/directory/segment/new", "name=Bulletins", "c-function=communications"));
        String kit = Pages.location(pages.as(Role.STAFF)
                .post(
                        "/outreach/relay/new",
                        "title=Salaire viable",
                        "body=Un chandail sur dix.",
                        "segment=" + segment.replaceFirst(".*/", "")));
        assertThat(pages.as(Role.STAFF).post(kit + "/send")).hasStatus(303);
        return kit;
    }

    private MvcTestResult setFeed(String union) {
        return set(union, "http://localhost:" + server.getAddress().getPort() + "/" + union);
    }

    private MvcTestResult set(String union, String address) {
        String organisation = db.sql("SELECT id FROM directory.people_organisation WHERE name = ?")
                .param("Syndicat " + union)
                .query(String.class)
                .single();
        return pages.as(Role.STAFF).post("/outreach/relay/feeds", "organisation=" + organisation, "address=" + address);
    }

    private void read() {
        works.stream().filter(each -> each.name().equals("relay-feeds")).forEach(RecurringWork::run);
    }

    private String main(String url) {
        return pages.as(Role.STAFF).open(url).select("main").text().replace('\u00a0', ' ');
    }
}
