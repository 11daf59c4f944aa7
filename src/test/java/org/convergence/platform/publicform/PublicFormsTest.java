package org.convergence.platform.publicform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.convergence.platform.shell.Form;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What keeps machines out of forms that anyone may send, and loses nobody's answer. */
@ModuleTest
class PublicFormsTest {

    @Autowired
    private PublicForms forms;

    @Autowired
    private Clock clock;

    private static int networks = 0;

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private Form typed = Form.blank().with("number", "418");

    PublicFormsTest() {
        networks++;
        request.setRemoteAddr("203.0.113." + networks);
    }

    @Test
    void aFormThatWasReadFirstIsTaken() {
        opened(Duration.ofMinutes(3));
        assertThat(send().getViewName()).isEqualTo("done");
    }

    @Test
    void oneThatComesTooFastComesBackAndIsTakenTheSecondTime() {
        opened(Duration.ZERO);
        ModelAndView back = send();
        assertThat(back.getStatus()).hasToString("422 UNPROCESSABLE_CONTENT");
        assertThat(typed.problems()).extracting(Form.Problem::key).containsExactly("public.form.FAST");
        assertThat(typed.value("number")).isEqualTo("418");
        Instant before = clock.instant().minusSeconds(3);
        request.setParameter(Shield.OPENED, forms.shield("test", before).opened());
        assertThat(forms.shield("test", request).opened())
                .as("shown again, it keeps its first time")
                .isEqualTo(forms.shield("test", before).opened());
    }

    @Test
    void oneThatWasOpenForTooLongComesBackWithANewTime() {
        opened(Duration.ofHours(25));
        send();
        assertThat(typed.problems()).extracting(Form.Problem::key).containsExactly("public.form.STALE");
        String old = request.getParameter(Shield.OPENED);
        assertThat(forms.shield("test", request).opened()).isNotEqualTo(old);
    }

    @Test
    void aTimeThatWasMadeUpOrIsOfAnotherFormIsNoTime() {
        for (String made : new String[] {
            "",
            "x",
            ".",
            "zzzzzzzzzzzzzzzz.x",
            Long.toString(clock.millis(), 36) + ".aaaa",
            forms.shield("other", clock.instant().minusSeconds(60)).opened()
        }) {
            request.setParameter(Shield.OPENED, made);
            assertThat(send().getStatus()).as(made).isNotNull();
        }
        request.removeParameter(Shield.OPENED);
        assertThat(send().getStatus()).isNotNull();
    }

    @Test
    void whatOnlyMachinesFillInIsNotTaken() {
        opened(Duration.ofMinutes(1));
        request.setParameter(Shield.TRAP, "https://example.org");
        send();
        assertThat(typed.problems()).extracting(Form.Problem::key).containsExactly("public.form.TRAP");
    }

    @Test
    void oneNetworkThatSendsWithoutEndWaitsAndAnotherDoesNot() {
        opened(Duration.ofMinutes(1));
        for (int i = 0; i < PublicForms.SENT; i++) {
            assertThat(send().getStatus()).isNull();
        }
        assertThat(send().getStatus()).hasToString("429 TOO_MANY_REQUESTS");
        for (int i = 0; i < 32; i++) {
            request.setRemoteAddr("198.51.100." + i);
            assertThat(send().getStatus()).isNull();
        }
    }

    @Test
    void oneNetworkThatOpensWithoutEndWaits() {
        var response = new MockHttpServletResponse();
        int refused = 0;
        for (int i = 0; i < PublicForms.OPENED + 20; i++) {
            try {
                forms.open(request, response);
            } catch (ResponseStatusException tooMany) {
                refused++;
            }
        }
        assertThat(refused).isBetween(10, 20);
        assertThat(response.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void aHouseholdIsOneNetworkHoweverItsAddressesAreWritten() {
        var response = new MockHttpServletResponse();
        int refused = 0;
        for (int i = 1; i <= PublicForms.OPENED + 20; i++) {
            request.setRemoteAddr((i % 2 == 0 ? "2001:db8:7::" : "2001:db8:7:0:a:b:c:") + Integer.toHexString(i));
            try {
                forms.open(request, response);
            } catch (ResponseStatusException tooMany) {
                refused++;
            }
        }
        assertThat(refused).isBetween(10, 20);
    }

    private void opened(Duration ago) {
        request.setParameter(
                Shield.OPENED, forms.shield("test", clock.instant().minus(ago)).opened());
    }

    private ModelAndView send() {
        typed = Form.blank().with("number", "418");
        return forms.submit(
                "test",
                request,
                typed,
                answers -> answers.whole("number", 0, 1000),
                number -> new ModelAndView("done"),
                () -> new ModelAndView("form"));
    }
}
