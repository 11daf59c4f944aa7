package org.convergence.faults;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** A browser without scripts that sends the same cookies to every node, as behind a proxy. */
final class SessionVisitor {

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();

    int status(String page) throws IOException, InterruptedException {
        return get(page).statusCode();
    }

    /**
     * Opens a page and submits one of its forms.
     *
     * @param action the path of the form's {@code action}
     */
    void submit(String page, String action, Map<String, String> filled) throws IOException, InterruptedException {
        Element form = Jsoup.parse(get(page).body()).expectFirst("form[action^=" + action + "]");
        Map<String, String> fields = new HashMap<>();
        form.select("input[name]").forEach(input -> fields.put(input.attr("name"), input.val()));
        fields.putAll(filled);
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(page).resolve(form.attr("action")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(answer.statusCode() + " from " + action);
        }
    }

    private HttpResponse<String> get(String page) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(page)).build(), BodyHandlers.ofString());
    }
}
