package org.convergence.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.ActorAuthentication;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * The pages of the application, opened and posted by a user of a role:
 *
 * <pre>{@code
 * Document page = pages.as(Role.STAFF).open("/resources/prospect");
 * pages.as(Role.COORDINATOR).post("/resources/ledger/new", "payer=…", "amount=12,50");
 * pages.as(Role.STAFF).post("/resources/prospect/new", form -> form.field("kind", "A", "B").field("name", name));
 * }</pre>
 */
@Lazy
@Component
public class Pages {

    private final MockMvcTester mvc;
    private final TestUsers users;

    Pages(MockMvcTester mvc, TestUsers users) {
        this.mvc = mvc;
        this.users = users;
    }

    /** A user with these roles today; the same roles are always the same person. */
    public PageVisitor as(Role... roles) {
        return as(users.actor(roles));
    }

    /** This user. */
    public PageVisitor as(Actor actor) {
        return new PageVisitor(mvc, authentication(new ActorAuthentication(actor)));
    }

    /** A visitor without an account, as with a link in a letter. */
    public PageVisitor asStranger() {
        return new PageVisitor(mvc, request -> request);
    }

    /** The page of an answer, which must be 200. */
    public static Document require(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return parse(answer);
    }

    /** The page of an answer of any status. */
    public static Document parse(MvcTestResult answer) {
        return Jsoup.parse(text(answer));
    }

    /** The address to which an answer leads, which must be 303. */
    public static String location(MvcTestResult answer) {
        assertThat(answer).as(text(answer)).hasStatus(303);
        return String.valueOf(answer.getResponse().getHeader("Location"));
    }

    /** The key and the values of the message that the next page shows. */
    public static String notice(MvcTestResult answer) {
        return new String(
                Base64.getUrlDecoder()
                        .decode(Objects.requireNonNull(answer.getResponse().getCookie("notice"))
                                .getValue()),
                StandardCharsets.UTF_8);
    }

    /** The body of an answer, as text. */
    public static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
