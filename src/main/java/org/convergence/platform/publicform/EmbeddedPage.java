package org.convergence.platform.publicform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import org.convergence.platform.access.SecretAddress;
import org.convergence.platform.shell.FormOrigin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Pages that other sites show in a frame: below {@value #PATH} alone, without cookies, in the frames of known sites only
 * (R-WEB-1, R-WEB-2).
 */
@Configuration(proxyBeanMethods = false)
public class EmbeddedPage {

    /** The beginning of their addresses. */
    public static final String PATH = "/public/embed/";

    private static final String CONTENT = "Content-Security-Policy";
    private static final String NOWHERE = "frame-ancestors 'none'";

    /** There is no session and no cookie that another site could use: the signed opening time protects these forms. */
    @Bean
    static SecretAddress embeddedForms() {
        return new SecretAddress(PATH);
    }

    /** Whether a request is for such a page. */
    public static boolean isEmbedded(HttpServletRequest request) {
        return request.getRequestURI().startsWith(PATH);
    }

    /**
     * Lets these sites show the response in a frame, and sets no cookie.
     *
     * @param sites origins, such as {@code https://www.ciso.example}
     */
    public static void open(HttpServletRequest request, HttpServletResponse response, Collection<String> sites) {
        FormOrigin.disableCookies(request);
        String policy = response.getHeader(CONTENT);
        if (policy != null) {
            response.setHeader(
                    CONTENT, policy.replace(NOWHERE, ("frame-ancestors 'self' " + String.join(" ", sites)).strip()));
        }
    }

    /** Lets the response show such pages in a frame of its own, as a preview. */
    public static void allowPreview(HttpServletResponse response) {
        String policy = response.getHeader(CONTENT);
        if (policy != null) {
            response.setHeader(CONTENT, policy + "; frame-src 'self'");
        }
    }
}
