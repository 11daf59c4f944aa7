package org.convergence.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.convergence.identity.domain.PasskeyChallenge;
import org.convergence.identity.domain.PasskeySignInService;
import org.convergence.platform.access.Open;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Signs in with a passkey. */
@Controller
@RequestMapping("/sign-in/passkey")
@Open("used before sign-in")
class PasskeySignInController {

    private final PasskeySignInService passkeys;
    private final SessionCookie cookie;
    private final ReturnCookie returnTo;
    private final LetterStatusService letters;

    PasskeySignInController(
            PasskeySignInService passkeys, SessionCookie cookie, ReturnCookie returnTo, LetterStatusService letters) {
        this.letters = letters;
        this.passkeys = passkeys;
        this.cookie = cookie;
        this.returnTo = returnTo;
    }

    @PostMapping("/question")
    ResponseEntity<String> ask(HttpServletRequest request, HttpServletResponse response) {
        PasskeyChallenge question = passkeys.createChallenge(request.getRemoteAddr());
        PasskeyTicketCookie.write(request, response, question.ticket());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(question.options());
    }

    @PostMapping
    ModelAndView use(Form form, HttpServletRequest request, HttpServletResponse response) {
        String ticket = PasskeyTicketCookie.take(request, response);
        String device = DeviceDescription.describe(request.getHeader(HttpHeaders.USER_AGENT));
        return form.submit(
                answers -> form.value("answer"),
                answer -> {
                    cookie.write(response, passkeys.signIn(ticket, answer, device, request.getRemoteAddr()));
                    return SeeOther.to(returnTo.take(request, response));
                },
                () -> PageView.of("identity/signIn", new SignInPage(form, false, letters.isMailSet())));
    }
}
