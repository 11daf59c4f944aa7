package org.convergence.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.convergence.identity.domain.PasskeyService;
import org.convergence.identity.domain.PasskeyService.PasskeyChallenge;
import org.convergence.identity.domain.SessionService;
import org.convergence.identity.domain.SignInLinkService;
import org.convergence.identity.web.SignInPage.SignInLinkPage;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.TooManyAttempts;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Signs users in, by a link or a passkey, and out. */
@Controller
@Open("signs users in and out")
record SignInController(
        SignInLinkService signIn,
        SessionService sessions,
        SessionCookie cookie,
        ReturnCookie returnTo,
        BackgroundWorker aside,
        LetterStatusService letters,
        PasskeyService passkeys) {

    @GetMapping("/sign-in")
    ModelAndView ask() {
        return CurrentActor.get().isKnown() ? SeeOther.to("/") : page(Form.blank(), false);
    }

    /** The answer, and its response time, are the same whether the address has an account or not. */
    @PostMapping("/sign-in")
    ModelAndView send(Form form, HttpServletRequest request, HttpServletResponse response) {
        return form.submit(
                answers -> answers.text("mail", 254),
                mail -> {
                    String remote = request.getRemoteAddr();
                    try {
                        signIn.countRequest(mail, remote);
                    } catch (TooManyAttempts refused) {
                        aside.run(() -> signIn.recordTooMany(mail, remote));
                        return pageWithRefusal(form, refused, response);
                    }
                    if (!letters.isMailSet()) {
                        form.refuse("identity.sign_in.unset");
                        return page(form, false);
                    }
                    aside.run(() -> signIn.requestLink(mail, remote));
                    return page(form, true);
                },
                () -> page(form, false));
    }

    private ModelAndView page(Form form, boolean sent) {
        return PageView.of("identity/signIn", new SignInPage(form, sent, letters.isMailSet()));
    }

    private ModelAndView pageWithRefusal(Form form, TooManyAttempts refused, HttpServletResponse response) {
        form.refuse(letters.isMailSet() ? refused.messageKey() : "identity.sign_in.unset-often", refused.minutes());
        refused.getHeaders().forEach((name, values) -> response.setHeader(name, values.get(0)));
        ModelAndView page = page(form, false);
        page.setStatus(refused.getStatusCode());
        return page;
    }

    @GetMapping("/sign-in/{secret}")
    ModelAndView open(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        return signIn.findOwnerName(secret, request.getRemoteAddr())
                .map(name -> PageView.of("identity/link", new SignInLinkPage(name, "/sign-in/" + secret)))
                .orElseThrow(() -> new Refused("identity.link.refused"));
    }

    @PostMapping("/sign-in/{secret}")
    ModelAndView use(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
        String device = DeviceDescription.describe(request.getHeader(HttpHeaders.USER_AGENT));
        cookie.write(response, signIn.signIn(secret, device, request.getRemoteAddr()));
        return SeeOther.to(returnTo.take(request, response));
    }

    @PostMapping("/sign-out")
    ModelAndView signOut(HttpServletRequest request, HttpServletResponse response) {
        cookie.read(request).ifPresent(sessions::end);
        cookie.clear(response);
        return SeeOther.to("/sign-in").withNotice("identity.signed_out");
    }

    @PostMapping("/sign-in/passkey/question")
    @Open("used before sign-in")
    ResponseEntity<String> ask(HttpServletRequest request, HttpServletResponse response) {
        PasskeyChallenge question = passkeys.createChallenge(request.getRemoteAddr());
        PasskeyTicketCookie.write(request, response, question.ticket());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(question.options());
    }

    @PostMapping("/sign-in/passkey")
    @Open("used before sign-in")
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
