package dev.usher.quickstart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sends bytes that no proper client would send, and reads the answer even if it comes before all is sent. */
record RawClient(String url) {

    private static final int CHUNK = 8192;

    /** Posts a body with its length in front. */
    Answer post(String path, String contentType, byte[] body) {
        return exchange(head(path, contentType) + "Content-Length: " + body.length + "\r\n\r\n", body, body.length);
    }

    /** Posts a body in chunks, its length unknown. */
    Answer postChunked(String path, String contentType, byte[] body) {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (int i = 0; i < body.length; i += CHUNK) {
            int length = Math.min(CHUNK, body.length - i);
            chunks.writeBytes(ascii(Integer.toHexString(length) + "\r\n"));
            chunks.write(body, i, length);
            chunks.writeBytes(ascii("\r\n"));
        }
        chunks.writeBytes(ascii("0\r\n\r\n"));
        return exchange(
                head(path, contentType) + "Transfer-Encoding: chunked\r\n\r\n", chunks.toByteArray(), chunks.size());
    }

    /** Posts one JSON body several times on one connection that offers to go on in HTTP/2 (RFC 7540 section 3.2). */
    List<Answer> postOfferingHttp2(String path, String json, int times) {
        String request = "POST " + path + " HTTP/1.1\r\nHost: camelot.bt\r\nConnection: Upgrade, HTTP2-Settings\r\n"
                + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + json.length() + "\r\n\r\n" + json;
        try (Socket socket = connect()) {
            List<Answer> answers = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                socket.getOutputStream().write(ascii(request));
                answers.add(read(socket.getInputStream()));
            }
            return answers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String head(String path, String contentType) {
        return "POST " + path + " HTTP/1.1\r\nHost: camelot.bt\r\nConnection: close\r\nContent-Type: " + contentType
                + "\r\n";
    }

    private Answer exchange(String head, byte[] body, int length) {
        try (Socket socket = connect()) {
            Thread sender = new Thread(() -> sendAsFarAsWanted(socket, ascii(head), body, length), "sender");
            sender.start();
            try {
                return read(socket.getInputStream());
            } finally {
                sender.interrupt();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Socket connect() throws IOException {
        URI server = URI.create(url);
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout((int) Eventually.PATIENCE.toMillis());
        return socket;
    }

    /** A server may stop reading once it has answered. */
    private static void sendAsFarAsWanted(Socket socket, byte[] head, byte[] body, int length) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(head);
            out.write(body, 0, length);
            out.flush();
        } catch (IOException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Answer read(InputStream in) throws IOException {
        String statusLine = line(in);
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(
                headers.getOrDefault("Content-Length", List.of("0")).get(0));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        int status = Integer.parseInt(statusLine.substring("HTTP/1.1 ".length()).substring(0, 3));
        return new Answer(status, HttpHeaders.of(headers, (name, value) -> true), body);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the server hung up after '" + line + "'");
            }
            line.append((char) c);
        }
        return line.toString().strip();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
