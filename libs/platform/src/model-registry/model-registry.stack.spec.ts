import { randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { afterAll } from 'vitest';
import { MongoDocuments } from '../documents/mongodb/mongo-documents.js';
import { modelRegistryContract } from '../testing/model-registry-contract.js';

const uri = process.env.MONGODB_URI ?? '';
if (uri === '') throw new Error('MONGODB_URI is not set: give the tests a MongoDB.');
const database = `weir_registry_${randomUUID().slice(0, 8)}`;

afterAll(async () => {
  const client = new MongoClient(uri);
  await client.db(database).dropDatabase();
  await client.close();
});

modelRegistryContract('MongoDB', () => new MongoDocuments({ uri, database }));
