package dev.usher.quickstart;

/**
 * A quickstart whose users may sign in at a provider.
 *
 * @param launch starts others that know the provider
 */
record Portal(Avalon avalon, Launch launch, QuickstartProcess process) implements AutoCloseable {

    static Portal open(Launch launch) {
        Avalon avalon = new Avalon();
        Launch knowing = avalon.knownTo(launch);
        return new Portal(avalon, knowing, knowing.start());
    }

    Api api() {
        return process.api();
    }

    @Override
    public void close() {
        process.close();
        avalon.close();
    }
}
