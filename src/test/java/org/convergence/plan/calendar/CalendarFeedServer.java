package org.convergence.plan.calendar;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A calendar on a local server, which tests can change. */
public final class CalendarFeedServer implements AutoCloseable {

    /** The secret part of the address, which must never be shown. */
    public static final String SECRET = "private-6f1d0c";

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final HttpServer server;
    private final List<String> events = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger told = new AtomicInteger();
    private volatile int status = 200;
    private volatile String instead = "";
    private volatile Runnable meanwhile = () -> {};

    public CalendarFeedServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** Its private address. */
    public String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/" + SECRET + "/basic.ics";
    }

    /** A two-hour event, a number of days ago. */
    public CalendarFeedServer event(String uid, String title, int daysAgo) {
        return event(uid, title, moment(daysAgo), "");
    }

    public CalendarFeedServer event(String uid, String title, Instant start, String more) {
        events.add("UID:" + uid + "\r\nSUMMARY:" + title + "\r\nDTSTART:" + UTC.format(start) + "\r\nDTEND:"
                + UTC.format(start.plus(Duration.ofHours(2))) + "\r\n" + more);
        return this;
    }

    /** A whole day. */
    public CalendarFeedServer day(String uid, String title, LocalDate day) {
        events.add("UID:" + uid + "\r\nSUMMARY:" + title + "\r\nDTSTART;VALUE=DATE:"
                + day.toString().replace("-", "") + "\r\n");
        return this;
    }

    public static Instant moment(int daysAgo) {
        return Instant.now().minus(Duration.ofDays(daysAgo)).truncatedTo(ChronoUnit.HOURS);
    }

    public CalendarFeedServer clear() {
        events.clear();
        return this;
    }

    /** Sets the status of later responses. */
    public void fails(int with) {
        status = with;
    }

    /** Sets the body of later responses. */
    public void sends(String text) {
        instead = text;
    }

    /** Runs something before each response. */
    public void meanwhile(Runnable work) {
        meanwhile = work;
    }

    public int asked() {
        return asked.get();
    }

    /** The number of responses with the whole calendar, not 304. */
    public int told() {
        return told.get();
    }

    /** The whole calendar, as a file. */
    public String text() {
        var text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Agenda d’Élodie\r\n");
        events.forEach(event -> text.append("BEGIN:VEVENT\r\n").append(event).append("END:VEVENT\r\n"));
        return text.append("END:VCALENDAR\r\n").toString();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        meanwhile.run();
        byte[] body = (instead.isEmpty() ? text() : instead).getBytes(StandardCharsets.UTF_8);
        String tag = "\"" + java.util.Arrays.hashCode(body) + "\"";
        boolean same = status == 200 && tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
        exchange.getResponseHeaders().set("ETag", tag);
        boolean redirect = status == 200 && instead.startsWith("http");
        if (redirect) {
            exchange.getResponseHeaders().set("Location", instead);
        }
        exchange.sendResponseHeaders(redirect ? 302 : same ? 304 : status, same || redirect ? -1 : body.length);
        if (!same && !redirect) {
            told.incrementAndGet();
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
