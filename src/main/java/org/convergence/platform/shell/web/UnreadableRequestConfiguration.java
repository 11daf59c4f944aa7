package org.convergence.platform.shell.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The server's response to a request that it cannot parse, before any code of ours runs: in both languages, since the
 * reader's is unknown, and without naming the server's software.
 */
@Configuration(proxyBeanMethods = false)
class UnreadableRequestConfiguration {

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> unreadableRequests() {
        return server -> server.addContextCustomizers(context -> {
            if (context.getParent() != null) {
                context.getParent().getPipeline().addValve(new UnreadableRequestValve());
            }
        });
    }

    private static final class UnreadableRequestValve extends ErrorReportValve {

        private static final String PAGE = """
                <!doctype html>
                <html lang="fr"><head><meta charset="utf-8"><title>La demande n’a pas été comprise</title></head>
                <body><main><h1>La demande n’a pas été comprise</h1>
                <p>Quelque chose manque dans l’adresse ou dans le formulaire. Rien n’a changé.</p>
                <p lang="en">The request was not understood. Nothing changed.</p></main></body></html>
                """;
        private static final String PROBLEM = """
                {"type":"about:blank","title":"%s","status":%d,"detail":"%s"}""";
        private static final String FRENCH = "La demande n’a pas été comprise";
        private static final String FRENCH_DETAIL =
                "Quelque chose ne se lit pas dans son adresse ou ses en-têtes. Rien n’a changé.";
        private static final String ENGLISH = "The request was not understood";
        private static final String ENGLISH_DETAIL =
                "Something in its address or its headers cannot be read. Nothing changed.";

        /** In both languages if the headers could not be read. */
        private static String problem(Request request, int status) {
            String language = request.getHeader("Accept-Language");
            return language == null
                    ? PROBLEM.formatted(FRENCH + " / " + ENGLISH, status, FRENCH_DETAIL + " / " + ENGLISH_DETAIL)
                    : language.startsWith("en")
                            ? PROBLEM.formatted(ENGLISH, status, ENGLISH_DETAIL)
                            : PROBLEM.formatted(FRENCH, status, FRENCH_DETAIL);
        }

        /** Whether a program reads the answer: no browser sends an address that cannot be read at all. */
        private static boolean isByProgram(@Nullable String address) {
            return address == null || address.isEmpty() || RequestKind.isApi(address);
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable throwable) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            boolean program = isByProgram(request.getRequestURI());
            try {
                response.setContentType(program ? "application/problem+json" : "text/html;charset=UTF-8");
                response.getOutputStream()
                        .write((program ? problem(request, status) : PAGE).getBytes(StandardCharsets.UTF_8));
                response.finishResponse();
            } catch (IOException | IllegalStateException gone) {
                // The client has disconnected.
            }
        }
    }
}
