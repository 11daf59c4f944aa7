package org.convergence.platform.publicform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntFunction;
import org.convergence.platform.access.SecretAttemptLimiter;
import org.convergence.platform.access.TooManyAttempts;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.Form;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.ModelAndView;

/** Keeps bots out of public forms, and loses no answer. */
@ModuleTest
class PublicFormGuardTest {

    @Autowired
    private PublicFormGuard forms;

    @Autowired
    private Clock clock;

    private static int networks = 0;

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private Form typed = Form.blank().with("number", "418");

    PublicFormGuardTest() {
        networks++;
        request.setRemoteAddr("203.0.113." + networks);
    }

    @Test
    void acceptsFormAfterReadingTime() {
        opened(Duration.ofMinutes(3));
        assertThat(send().getViewName()).isEqualTo("done");
    }

    @Test
    void tooFastFormIsAcceptedSecondTime() {
        opened(Duration.ZERO);
        ModelAndView back = send();
        assertThat(back.getStatus()).hasToString("422 UNPROCESSABLE_CONTENT");
        assertThat(typed.problems()).extracting(Form.FieldProblem::key).containsExactly("public.form.FAST");
        assertThat(typed.value("number")).isEqualTo("418");
        Instant before = clock.instant().minusSeconds(3);
        request.setParameter(FormShield.OPENED, forms.shield("test", before).opened());
        assertThat(forms.shield("test", request).opened())
                .as("shown again, it keeps its first timestamp")
                .isEqualTo(forms.shield("test", before).opened());
    }

    @Test
    void staleFormGetsNewTime() {
        opened(Duration.ofHours(25));
        send();
        assertThat(typed.problems()).extracting(Form.FieldProblem::key).containsExactly("public.form.STALE");
        String old = request.getParameter(FormShield.OPENED);
        assertThat(forms.shield("test", request).opened()).isNotEqualTo(old);
    }

    @Test
    void rejectsForgedTimeAndTimeOfOtherForm() {
        for (String made : new String[] {
            "",
            "x",
            ".",
            "zzzzzzzzzzzzzzzz.x",
            Long.toString(clock.millis(), 36) + ".aaaa",
            forms.shield("other", clock.instant().minusSeconds(60)).opened()
        }) {
            request.setParameter(FormShield.OPENED, made);
            assertThat(send().getStatus()).as(made).isNotNull();
        }
        request.removeParameter(FormShield.OPENED);
        assertThat(send().getStatus()).isNotNull();
    }

    @Test
    void rejectsFilledHiddenField() {
        opened(Duration.ofMinutes(1));
        request.setParameter(FormShield.TRAP, "https://example.org");
        send();
        assertThat(typed.problems()).extracting(Form.FieldProblem::key).containsExactly("public.form.TRAP");
    }

    @Test
    void acceptsHallOfPeopleAndLimitsProgram() {
        opened(Duration.ofMinutes(1));
        for (int i = 0; i < 300; i++) {
            assertThat(send().getStatus()).as("response %s of a full hall", i).isNull();
        }
        int refused = 0;
        for (int i = 0; i < 1000; i++) {
            refused += send().getStatus() == null ? 0 : 1;
        }
        assertThat(refused).isBetween(690, 700);
        assertThat(send().getStatus()).hasToString("429 TOO_MANY_REQUESTS");
        assertThat(typed.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.arguments()).containsExactly(1L));
        assertThat(response.getHeader("Retry-After")).isIn("1", "2");
        for (int i = 0; i < 32; i++) {
            request.setRemoteAddr("198.51.100." + i);
            assertThat(send().getStatus()).isNull();
        }
    }

    @Test
    void limitsPagesOpenedByNetwork() {
        int refused = 0;
        for (int i = 0; i < PublicFormGuard.OPENED_BY_NETWORK + 20; i++) {
            try {
                forms.open(request, response);
            } catch (TooManyAttempts tooMany) {
                refused++;
            }
        }
        assertThat(refused).isBetween(10, 20);
        assertThat(response.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void countsHouseholdAsOneNetwork() {
        int refused = 0;
        for (int i = 1; i <= PublicFormGuard.OPENED_BY_NETWORK + 20; i++) {
            request.setRemoteAddr((i % 2 == 0 ? "2001:db8:7::" : "2001:db8:7:0:a:b:c:") + Integer.toHexString(i));
            try {
                forms.open(request, response);
            } catch (TooManyAttempts tooMany) {
                refused++;
            }
        }
        assertThat(refused).isBetween(10, 20);
    }

    @Test
    void countsValidLinkAgainstItselfAndWrongOneAgainstNetwork() {
        assertThat(refusals(1000, i -> "link " + i % 20, true))
                .as("twenty links, each within its own limit, from one network")
                .isZero();
        assertThat(refusals(SecretAttemptLimiter.WRONG_BY_NETWORK + 30, i -> "wrong " + i, false))
                .isBetween(25, 30);
        assertThat(refusals(50, i -> "another link " + i, true))
                .as("valid links from a network that tried wrong ones")
                .isZero();
        assertThat(refusals(PublicFormGuard.USED_BY_LINK + 30, i -> "link", true))
                .isBetween(25, 30);
    }

    private int refusals(int times, IntFunction<String> secret, boolean valid) {
        int refused = 0;
        for (int i = 0; i < times; i++) {
            try {
                forms.open(secret.apply(i), request, response, () -> {
                    if (!valid) {
                        throw new NotFound("link");
                    }
                    return true;
                });
            } catch (TooManyAttempts limit) {
                refused++;
            } catch (NotFound wrong) {
                assertThat(valid).isFalse();
            }
        }
        return refused;
    }

    private void opened(Duration ago) {
        request.setParameter(
                FormShield.OPENED,
                forms.shield("test", clock.instant().minus(ago)).opened());
    }

    private ModelAndView send() {
        typed = Form.blank().with("number", "418");
        return forms.submit(
                "test",
                request,
                response,
                typed,
                answers -> answers.wholeNumber("number", 0, 1000),
                number -> new ModelAndView("done"),
                () -> new ModelAndView("form"));
    }
}
