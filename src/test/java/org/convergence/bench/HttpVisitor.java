package org.convergence.bench;

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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A user that opens pages over HTTP, with its own cookies. */
final class HttpVisitor {

    /** Keeps the cookies of an installation whose public address is https, though it is reached by http here. */
    private final CookieManager cookies = new CookieManager() {
        @Override
        public void put(URI from, Map<String, List<String>> headers) throws IOException {
            super.put(from, headers);
            getCookieStore().getCookies().forEach(each -> each.setSecure(false));
        }
    };

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();
    private final String address;

    HttpVisitor(String address) {
        this.address = address;
    }

    /** Signs in by a one-time link. */
    HttpVisitor signIn(String link) throws IOException, InterruptedException {
        Element form = read(link).select("form[action*=/sign-in/]").first();
        if (form == null) {
            throw new IllegalStateException("No form on " + link);
        }
        String fields = form.select("input[name]").stream()
                .map(input -> input.attr("name") + "=" + URLEncoder.encode(input.val(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        send(request(form.attr("action"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields))
                .build());
        open("/");
        return this;
    }

    /** The cookies as a request carries them. */
    String cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** The content of an existing page. */
    byte[] open(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send(request(path).GET().build());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " from " + path);
        }
        return answer.body();
    }

    /** The page as text. */
    Document read(String path) throws IOException, InterruptedException {
        return Jsoup.parse(new String(open(path), StandardCharsets.UTF_8), address);
    }

    /** Whether a page exists. */
    boolean exists(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build()).statusCode() == 200;
    }

    HttpRequest.Builder request(String path) {
        URI uri = URI.create(path.startsWith("http") ? path : address + path);
        return HttpRequest.newBuilder(uri).timeout(Duration.ofMinutes(2));
    }

    HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofByteArray());
    }
}
