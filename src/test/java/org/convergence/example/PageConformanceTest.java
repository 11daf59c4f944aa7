package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nu.validator.validation.SimpleDocumentValidator;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.PageVisitor;
import org.convergence.testing.Pages;
import org.convergence.testing.TestTags;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * One page of each kind that links of the example lead to opens, has a message for each value that it shows, and is HTML
 * as judged by the Nu checker. Pages are of one kind if their addresses differ by identifiers, numbers and values only.
 */
@ModuleTest
class PageConformanceTest {

    private static final int AT_LEAST = 200;
    private static final int AT_MOST = 800;
    private static final long STACK = 64_000_000;

    /** A key that ends in the name of a constant, which is shown where its message is missing. */
    private static final Pattern MESSAGE_KEY = Pattern.compile("\\b[a-z]+(?:[.-][a-z]+)*\\.[A-Z][A-Z_]+\\b");

    @Autowired
    private ExampleFixture example;

    @Autowired
    private Pages pages;

    private final Map<String, Set<String>> faults = new TreeMap<>();
    private String opened = "";

    @BeforeEach
    void itIsEntered() {
        example.ensure();
    }

    /** The checker needs a deep stack. */
    @Test
    void everyKindOfPageOpensAndIsValid() throws Exception {
        var crawl = new FutureTask<>(this::crawl);
        new Thread(null, crawl, "crawl", STACK).start();
        int kinds = crawl.get();
        assertThat(faults).as("in %d kinds of pages", kinds).isEmpty();
        assertThat(kinds).isBetween(AT_LEAST, AT_MOST - 1);
    }

    /** Each page leads a role only where it may go; one role each day, all with {@code ./test --all}. */
    @Test
    void noPageLeadsARoleToAPageThatRefusesIt() {
        List<Role> roles = Stream.of(Role.values())
                .filter(role -> role != Role.COORDINATOR)
                .toList();
        int today = (int) (LocalDate.now(ZoneOffset.UTC).toEpochDay() % roles.size());
        for (Role role : TestTags.runsAll() ? roles : roles.subList(today, today + 1)) {
            follow(role);
        }
        assertThat(faults).isEmpty();
    }

    private record OfferedLink(String url, String page) {}

    private void follow(Role role) {
        PageVisitor visitor = pages.as(role);
        Set<String> kinds = new HashSet<>();
        Deque<OfferedLink> open = new ArrayDeque<>(List.of(new OfferedLink("/", "/")));
        while (!open.isEmpty() && kinds.size() < AT_MOST) {
            OfferedLink link = open.poll();
            if (!kinds.add(kind(link.url()))) {
                continue;
            }
            MvcTestResult result = visitor.get(link.url());
            MockHttpServletResponse answer = result.getResponse();
            if (answer.getStatus() == 403) {
                opened = link.page();
                addFault(role + " is refused " + link.url() + ": "
                        + result.getMvcResult().getResolvedException());
            } else if (String.valueOf(answer.getContentType()).startsWith("text/html")) {
                Jsoup.parse(text(answer))
                        .select("a[href^=/]:not([href^=/platform/jobs/]):not([href^=/static/])")
                        .forEach(a -> open.add(new OfferedLink(a.attr("href").replaceAll("#.*", ""), link.url())));
            }
        }
    }

    private static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private int crawl() throws Exception {
        PageVisitor visitor = pages.as(Role.COORDINATOR, Role.ACCOUNTANT);
        SimpleDocumentValidator checker = checker();
        Set<String> kinds = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of("/"));
        while (!open.isEmpty() && kinds.size() < AT_MOST) {
            String url = open.poll();
            if (!kinds.add(kind(url))) {
                continue;
            }
            opened = url;
            MockHttpServletResponse answer = visitor.get(url).getResponse();
            if (answer.getStatus() >= 400) {
                addFault("answers " + answer.getStatus());
            }
            if (answer.getStatus() == 200
                    && String.valueOf(answer.getContentType()).startsWith("text/html")) {
                byte[] page = answer.getContentAsByteArray();
                MESSAGE_KEY
                        .matcher(Jsoup.parse(new String(page, StandardCharsets.UTF_8))
                                .text())
                        .results()
                        .forEach(key -> addFault("lacks the message " + key.group()));
                if (new String(page, StandardCharsets.UTF_8).startsWith("<!doctype")) {
                    check(checker, page);
                }
                open.addAll(links(page));
            }
        }
        return kinds.size();
    }

    private static String kind(String url) {
        return url.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID")
                .replaceAll("=[^&]*", "=")
                .replaceAll("\\d+(-[W\\d]+)*", "N");
    }

    private static List<String> links(byte[] page) {
        List<String> urls = new ArrayList<>();
        Jsoup.parse(new String(page, StandardCharsets.UTF_8))
                .select("a[href^=/]:not([download])")
                .forEach(link -> urls.add(link.attr("href").replaceAll("#.*", "")));
        // The last job is remembered for some seconds, also if it was in the database of another test.
        urls.removeIf(url -> url.startsWith("/static/")
                || url.startsWith("/platform/jobs/")
                || url.matches(".*[./](pdf|docx|xlsx|csv|zip|json|ics)(\\?.*)?"));
        return urls;
    }

    private SimpleDocumentValidator checker() throws Exception {
        var checker = new SimpleDocumentValidator();
        ErrorHandler handler = new ErrorHandler() {
            @Override
            public void warning(SAXParseException warning) {
                // Advice.
            }

            @Override
            public void error(SAXParseException error) {
                addFault(String.valueOf(error.getMessage()));
            }

            @Override
            public void fatalError(SAXParseException error) {
                addFault(String.valueOf(error.getMessage()));
            }
        };
        checker.setUpMainSchema("http://s.validator.nu/html5-rdfalite.rnc", handler);
        checker.setUpValidatorAndParsers(handler, false, false);
        return checker;
    }

    private void check(SimpleDocumentValidator checker, byte[] page) throws Exception {
        var source = new InputSource(new ByteArrayInputStream(page));
        source.setSystemId("http://localhost" + opened);
        source.setEncoding("UTF-8");
        try {
            checker.checkHtmlInputSource(source);
        } catch (SAXException e) {
            addFault(String.valueOf(e.getMessage()));
        }
    }

    private void addFault(String what) {
        faults.computeIfAbsent(what, key -> new HashSet<>()).add(opened);
    }
}
