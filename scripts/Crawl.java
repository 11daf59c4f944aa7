import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows every link of a running application from its first page and writes each page as text, so that two versions can be
 * compared: {@code java scripts/Crawl.java SIGN_IN_LINK FOLDER [PAGES_PER_ADDRESS]}. Ids, tokens, times of day and versions of
 * assets are replaced, since they differ at each start. Only GET requests are made.
 */
class Crawl {

    private static final Pattern LINK = Pattern.compile("(?:href|src|hx-get)=\"(/[^\"#]*)");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern HIDDEN = Pattern.compile("name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final Map<String, Integer> perShape = new HashMap<>();
    private final Map<String, Integer> written = new HashMap<>();
    private final URI base;
    private final Path folder;
    private final int most;

    private Crawl(URI base, Path folder, int most) {
        this.base = base;
        this.folder = folder;
        this.most = most;
    }

    public static void main(String[] args) throws Exception {
        URI link = URI.create(args[0]);
        Path folder = Files.createDirectories(Path.of(args[1]));
        Crawl crawl = new Crawl(link.resolve("/"), folder, args.length > 2 ? Integer.parseInt(args[2]) : 3);
        crawl.signIn(link);
        crawl.follow();
    }

    private void signIn(URI link) throws IOException, InterruptedException {
        String page = get(link).body();
        Matcher csrf = CSRF.matcher(page);
        StringBuilder form = new StringBuilder();
        Matcher hidden = HIDDEN.matcher(page.substring(page.indexOf("<form")));
        while (hidden.find()) {
            form.append(form.isEmpty() ? "" : "&").append(hidden.group(1)).append('=').append(hidden.group(2));
        }
        if (!csrf.find()) {
            throw new IOException("The link opens no sign-in form");
        }
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(link)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IOException("The link was refused: " + answer.statusCode());
        }
    }

    private void follow() throws IOException, InterruptedException {
        Deque<String> next = new ArrayDeque<>(java.util.List.of("/"));
        Set<String> seen = new HashSet<>(next);
        int pages = 0;
        while (!next.isEmpty()) {
            String address = next.remove();
            HttpResponse<String> answer = get(base.resolve(address));
            String type = answer.headers().firstValue("Content-Type").orElse("");
            String text = type.contains("text/") || type.contains("json") ? same(answer.body()) : "(" + type + ")";
            String name = shape(address);
            int number = written.merge(name, 1, Integer::sum);
            Files.writeString(
                    folder.resolve(file(name) + "." + number + ".txt"),
                    answer.statusCode() + " " + type + "\n" + text + "\n");
            pages++;
            if (!type.contains("text/html")) {
                continue;
            }
            Matcher links = LINK.matcher(answer.body());
            while (links.find()) {
                String found = links.group(1).replace("&amp;", "&");
                if (found.startsWith("/static") || found.contains("sign-out")) {
                    continue;
                }
                if (seen.add(found) && perShape.merge(shape(found), 1, Integer::sum) <= most) {
                    next.add(found);
                }
            }
        }
        System.out.println(pages + " pages of " + perShape.size() + " addresses");
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(address).header("Accept-Language", "fr").build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** The address without ids and without the values of its parameters. */
    private static String shape(String address) {
        return ID.matcher(address)
                .replaceAll("ID")
                .replaceAll("=[^&]*", "=")
                .replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2}", "DAY")
                .replaceAll("[0-9]{4}-W[0-9]{2}", "WEEK");
    }

    private static String file(String shape) {
        String name = shape.replaceAll("[^A-Za-z0-9._=-]+", "_");
        return name.length() > 180 ? name.substring(0, 180) + "-" + Integer.toHexString(shape.hashCode()) : name;
    }

    /** What would be the same at another start of the same version. */
    private static String same(String body) {
        return ID.matcher(body)
                .replaceAll("ID")
                .replaceAll("(name=\"_csrf\" value=\")[^\"]+", "$1CSRF")
                .replaceAll("/static/[0-9a-f]+/", "/static/")
                .replaceAll("\\b[0-9]{1,2} ?(?::|h) ?[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?Z?\\b", "TIME")
                .replaceAll("(à\\h)[0-9]{1,2}\\hh(?:\\h[0-9]{2})?", "$1TIME")
                .replaceAll("(nonce|token|pressed)(\"? ?[=:] ?\"?|\" value=\")[A-Za-z0-9_-]{16,}", "$1$2TOKEN")
                .replaceAll("[ \\t]+", " ")
                .replaceAll("(?m)^ +| +$", "")
                .replaceAll("\\n{2,}", "\n");
    }
}
