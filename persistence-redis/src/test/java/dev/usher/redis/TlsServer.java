package dev.usher.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

/** Takes one connection with a certificate for 127.0.0.1 that it has signed itself, and tells what it was sent. */
final class TlsServer implements AutoCloseable {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final KeyStore keys;
    private final SSLServerSocket entrance;
    private final CompletableFuture<String> received;

    /** @param keys as they are made by {@link #keys} */
    TlsServer(KeyStore keys) throws IOException, GeneralSecurityException {
        this.keys = keys;
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), null, null);
        this.entrance = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
        this.received = CompletableFuture.supplyAsync(this::receive);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** What the client sent once there was trust; empty if there was none. */
    String received() {
        return received.join();
    }

    /** Trusts this server and no other. */
    SSLContext trust() throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private String receive() {
        try (Socket client = entrance.accept();
                InputStream in = client.getInputStream()) {
            byte[] bytes = new byte[1024];
            int length = in.read(bytes);
            return new String(bytes, 0, Math.max(length, 0), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** A new key and its certificate; the JDK makes those by its tool only. */
    static KeyStore keys(Path file) throws IOException, GeneralSecurityException {
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String options = " -genkeypair -alias redis -keyalg EC -dname CN=redis -ext san=ip:127.0.0.1 -storetype PKCS12"
                + " -storepass changeit -keystore ";
        Path log = file.resolveSibling("keytool.log");
        int result = new ProcessBuilder((tool + options + file).split(" "))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .onExit()
                .join()
                .exitValue();
        if (result != 0) {
            throw new IOException(Files.readString(log));
        }
        KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD);
        store.setCertificateEntry("trusted", store.getCertificate("redis"));
        return store;
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
