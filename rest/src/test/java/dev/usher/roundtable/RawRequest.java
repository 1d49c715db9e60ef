package dev.usher.roundtable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A request as bytes, for what the JDK's client does not send. */
public final class RawRequest {

    private RawRequest() {}

    /**
     * Sends a request without a body.
     *
     * @param start method and path
     * @param headers one in each line, in Latin-1
     * @return the whole answer
     */
    public static String send(RoundTableServer server, String start, String... headers) {
        URI uri = server.uri("/");
        String text = start + " HTTP/1.1\r\nHost: " + uri.getAuthority() + "\r\nConnection: close\r\n"
                + String.join("\r\n", headers) + "\r\nContent-Length: 0\r\n\r\n";
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
