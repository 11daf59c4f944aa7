package org.convergence.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * Text that looks like code or other values, entered in every text field of a form and changed, so that the audit
 * history has it too: every page that shows it answers, and shows it as text.
 */
@ModuleTest
class OddTextTest {

    private static final List<String> ODD = List.of(
            "2026-02-30",
            "00:61",
            "%s %d %n",
            "{0} '{1}'",
            "[[link]] [a](javascript:alert(1))",
            "${7*7} #{7*7} {{7*7}}",
            "<script>alert('odd')</script>",
            "x".repeat(10_000),
            "\u202Eabc\u202C \u200F",
            "\uD83C\uDF31\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
            "a\u0000b",
            "00000000-0000-7000-8000-000000000000",
            "null",
            "1e999");

    private static final String TYPED = "input[type=text], input:not([type]), textarea";

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private TestUsers visitors;

    private final Map<String, String> wrong = new TreeMap<>();

    @Test
    void showsOddTextAsText() {
        visitors.ensureOrganisation();
        String body = enter("/outreach/assembly/bodies/new", "A", "kind", "BOARD", "code", "CAX", "part", ">1/2");
        int shown = 0;
        for (String odd : ODD) {
            shown += enterAndChange("/plan/realisation/new", odd, "date", "2026-03-10");
            shown += enterAndChange(
                    "/outreach/assembly/meetings/new",
                    odd,
                    "body",
                    body.substring(body.lastIndexOf('/') + 1),
                    "day",
                    "2027-01-28",
                    "begins",
                    "19:30");
            shown += enterAndChange("/plan/howto/new", odd);
        }
        for (String list : List.of(
                "/",
                "/directory/people/organisations",
                "/directory/people/persons",
                "/plan/realisation",
                "/outreach/assembly/meetings",
                "/resources/prospect",
                "/plan/howto",
                "/search?q=2026-02-30",
                "/search?q=script")) {
            page(list);
        }
        assertThat(wrong).isEmpty();
        assertThat(shown).as("created records").isEqualTo(3 * ODD.size());
    }

    /** Enters a record, changes it twice, and opens all its pages. */
    private int enterAndChange(String form, String odd, String... fixed) {
        String record = enter(form, odd, fixed);
        if (record.isEmpty()) {
            return 0;
        }
        List<String> pages = new ArrayList<>(List.of(record));
        for (Element link : page(record).select("main a[href^=" + record + "/]")) {
            pages.add(link.attr("href").replaceAll("#.*", ""));
        }
        for (String edit : pages.stream()
                .filter(each -> each.matches(".*/(edit|follow)"))
                .distinct()
                .toList()) {
            send(edit, odd + " 2", fixed);
            send(edit, odd, fixed);
        }
        pages.stream().distinct().forEach(each -> assertShown(each, odd));
        return 1;
    }

    private String enter(String form, String odd, String... fixed) {
        MockHttpServletResponse answer = send(form, odd, fixed);
        String there = answer.getHeader("Location");
        if (there == null) {
            wrong.put(form + " " + brief(odd), answer.getStatus() + " " + problems(answer));
            return "";
        }
        return there.replaceAll("[?#].*", "").replaceAll("/done$", "");
    }

    /** Sends a form with the text in each text field; fields that refuse it keep their earlier value. */
    private MockHttpServletResponse send(String address, String odd, String... fixed) {
        Element form = page(address).selectFirst("main form[method=post]:has(button.main)");
        if (form == null) {
            wrong.put(address, "no form");
            return new MockHttpServletResponse();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[type=hidden][name], input[type=date][name], input[checked][name], select[name]")
                .forEach(each -> fields.put(each.attr("name"), value(each)));
        Map<String, String> before = new LinkedHashMap<>();
        form.select(TYPED).stream()
                .filter(each -> each.hasAttr("name"))
                .forEach(each -> before.put(each.attr("name"), each.val()));
        before.keySet().forEach(name -> fields.put(name, odd));
        for (int i = 0; i < fixed.length; i += 2) {
            fields.put(fixed[i], fixed[i + 1]);
        }
        MockHttpServletResponse answer = post(form.attr("action").isEmpty() ? address : form.attr("action"), fields);
        for (int again = 0; again < 3 && answer.getStatus() == 422; again++) {
            Document page = Jsoup.parse(body(answer));
            page.select("[aria-invalid=true]").forEach(each -> {
                String name = each.attr("name");
                String stood = before.getOrDefault(name, "");
                fields.put(name, stood.isEmpty() && each.hasAttr("required") ? "Un mot" : stood);
            });
            answer = post(form.attr("action").isEmpty() ? address : form.attr("action"), fields);
        }
        return answer;
    }

    private MockHttpServletResponse post(String address, Map<String, String> fields) {
        var request =
                browser.post().uri(address).with(visitors.as(Role.COORDINATOR)).with(csrf());
        for (Map.Entry<String, String> field : fields.entrySet()) {
            request = request.param(field.getKey(), field.getValue());
        }
        MockHttpServletResponse answer = request.exchange().getResponse();
        if (answer.getStatus() >= 500) {
            wrong.put("POST " + address, String.valueOf(answer.getStatus()));
        }
        return answer;
    }

    private void assertShown(String address, String odd) {
        Document page = page(address);
        if (!page.select("script:not([src]), [href^=javascript:], [^on]").isEmpty()) {
            wrong.put(address, "runs " + brief(odd));
        }
    }

    private Document page(String address) {
        MockHttpServletResponse answer = browser.get()
                .uri(java.net.URI.create(address))
                .with(visitors.as(Role.COORDINATOR))
                .exchange()
                .getResponse();
        if (answer.getStatus() != 200) {
            wrong.put(address, String.valueOf(answer.getStatus()));
        }
        return Jsoup.parse(String.valueOf(answer.getContentType()).startsWith("text/html") ? body(answer) : "");
    }

    private static String problems(MockHttpServletResponse answer) {
        return Jsoup.parse(body(answer)).select(".error, [role=alert]").text();
    }

    private static String value(Element field) {
        Element chosen = field.tagName().equals("select")
                ? Objects.requireNonNullElse(field.selectFirst("option[selected]"), field.selectFirst("option"))
                : field;
        return chosen == null ? "" : chosen.val();
    }

    private static String body(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static String brief(String text) {
        return text.substring(0, Math.min(30, text.length()));
    }
}
