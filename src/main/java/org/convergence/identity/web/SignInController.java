package org.convergence.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.convergence.identity.domain.Sessions;
import org.convergence.identity.domain.SignIn;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.TooManyAttempts;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Signs users in and out. */
@Controller
@Open("who is not known yet comes in here")
class SignInController {

    private final SignIn signIn;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final ReturnCookie returnTo;
    private final Aside aside;
    private final LetterStatusService letters;

    SignInController(
            SignIn signIn,
            Sessions sessions,
            SessionCookie cookie,
            ReturnCookie returnTo,
            Aside aside,
            LetterStatusService letters) {
        this.letters = letters;
        this.aside = aside;
        this.signIn = signIn;
        this.sessions = sessions;
        this.cookie = cookie;
        this.returnTo = returnTo;
    }

    @GetMapping("/sign-in")
    ModelAndView ask() {
        return CurrentActor.get().isKnown() ? Go.to("/") : page(Form.blank(), false);
    }

    /** The answer, and its response time, are the same whether the address has an account or not. */
    @PostMapping("/sign-in")
    ModelAndView send(Form form, HttpServletRequest request, HttpServletResponse response) {
        return form.submit(
                answers -> answers.text("mail", 254),
                mail -> {
                    String remote = request.getRemoteAddr();
                    try {
                        signIn.countLink(mail, remote);
                    } catch (TooManyAttempts refused) {
                        aside.run(() -> signIn.recordTooMany(mail, remote));
                        return again(form, refused, response);
                    }
                    aside.run(() -> signIn.askLink(mail, remote));
                    return page(form, true);
                },
                () -> page(form, false));
    }

    private ModelAndView page(Form form, boolean sent) {
        return Page.of("identity/signIn", new SignInPage(form, sent, letters.isMailSet()));
    }

    private ModelAndView again(Form form, TooManyAttempts refused, HttpServletResponse response) {
        form.refuse(refused.messageKey(), refused.minutes());
        refused.getHeaders().forEach((name, values) -> response.setHeader(name, values.get(0)));
        ModelAndView page = page(form, false);
        page.setStatus(refused.getStatusCode());
        return page;
    }

    @GetMapping("/sign-in/{secret}")
    ModelAndView open(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        return signIn.nameBehind(secret, request.getRemoteAddr())
                .map(name -> Page.of("identity/link", new LinkPage(name, "/sign-in/" + secret)))
                .orElseThrow(() -> new Refused("identity.link.refused"));
    }

    @PostMapping("/sign-in/{secret}")
    ModelAndView use(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
        String device = Device.of(request.getHeader(HttpHeaders.USER_AGENT));
        cookie.write(response, signIn.use(secret, device, request.getRemoteAddr()));
        return Go.to(returnTo.take(request, response));
    }

    @PostMapping("/sign-out")
    ModelAndView leave(HttpServletRequest request, HttpServletResponse response) {
        cookie.read(request).ifPresent(sessions::end);
        cookie.clear(response);
        return Go.to("/sign-in").saying("identity.signed_out");
    }
}
